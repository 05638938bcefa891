import ArgumentParser
import SAML
import Server
import XMLSecurity

/// `metadata lint`.
struct MetadataLint: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lint",
            abstract: say("Judge a metadata file by all rules at once.", "按全部规则一次性检查元数据文件。"),
            discussion: say(
                "Ends with 1 when a finding is an error. `drawbridge explain RULE` tells more about a rule.\nExample: drawbridge metadata lint metadata/idp-metadata.xml --profile huawei",
                "有错误级发现时退出码为 1。drawbridge explain 规则 可查看规则说明。\n示例：drawbridge metadata lint metadata/idp-metadata.xml --profile huawei"
            )
        )
    }

    /// How findings are printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case sarif
    }

    @Argument(help: ArgumentHelp(say("The file; - for standard input.", "文件；- 表示标准输入。"), valueName: say("file", "文件")))
    var file: String

    @Option(
        help: ArgumentHelp(
            say(
                "Whose rules: saml, saml2int or huawei; may be repeated. Without it: saml and huawei.",
                "规则集：saml、saml2int 或 huawei，可重复；默认 saml 和 huawei。"
            ),
            valueName: "saml|saml2int|huawei"
        )
    )
    var profile: [LintProfile] = []

    @Option(
        help: ArgumentHelp(say("Output: text, json or sarif.", "输出格式：text、json 或 sarif。"), valueName: "text|json|sarif")
    )
    var format = Format.text

    @Option(
        help: ArgumentHelp(
            say("Who must have signed the file (PEM).", "文件签名者的证书（PEM）。"),
            valueName: say("file", "文件")
        )
    )
    var certificate: String?

    @Option(
        name: .customLong("signing-certificate"),
        help: ArgumentHelp(
            say("The certificate of the key that our service signs with (PEM).", "本服务签名密钥的证书（PEM）。"),
            valueName: say("file", "文件")
        )
    )
    var signingCertificate: String?

    @Option(
        help: ArgumentHelp(
            say("The Issuer that our service writes.", "本服务写入的 Issuer。"),
            valueName: say("entity id", "entityID")
        )
    )
    var issuer: String?

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let context = LintProfile.Context(
            now: Clock.system.now,
            fileName: file == "-" ? nil : file,
            issuer: issuer,
            certificate: try certificate.map { try CertificateFile.read($0) },
            signingCertificate: try signingCertificate.map { try CertificateFile.read($0) }
        )
        let profiles = profile.isEmpty ? [.saml, .huawei] : profile
        let findings = LintProfile.findings(in: try InputFile.read(file), by: profiles, context)
        try FindingsReport(findings, in: file).print(format)
    }
}
