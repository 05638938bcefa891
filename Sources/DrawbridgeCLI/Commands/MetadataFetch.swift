import ArgumentParser
import Outbound
import SAML
import Server
import XMLSecurity

/// `metadata fetch`.
struct MetadataFetch: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "fetch",
            abstract: say("Fetch a peer's metadata over https and check whose it is.", "通过 https 获取对端元数据并核实来源。"),
            discussion: say(
                "Nothing is written unless the signature verifies with --trusted-certificate or the file's SHA-256 is --fingerprint. Without either the SHA-256 is shown, to be compared with the owner. At most 16 MB; addresses that are not public only with --allow-private.\nExample: drawbridge metadata fetch https://auth.huaweicloud.com/authui/saml/metadata.xml --trusted-certificate huawei.pem --output sp-metadata.xml",
                "只有签名能用 --trusted-certificate 验证，或文件的 SHA-256 与 --fingerprint 相同，才会写出文件。两者都不给时只显示 SHA-256，供与所有者核对。最大 16 MB；非公网地址须加 --allow-private。\n示例：drawbridge metadata fetch https://auth.huaweicloud.com/authui/saml/metadata.xml --trusted-certificate huawei.pem --output sp-metadata.xml"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The https address.", "https 地址。"), valueName: "url"))
    var url: String

    @Option(help: ArgumentHelp(say("Where to write.", "输出文件。"), valueName: say("file", "文件")))
    var output: String?

    @Option(
        help: ArgumentHelp(say("Who must have signed it (PEM).", "签名者的证书（PEM）。"), valueName: say("file", "文件"))
    )
    var trustedCertificate: String?

    @Option(
        help: ArgumentHelp(say("The SHA-256 that the file must have.", "文件应有的 SHA-256。"), valueName: "sha256")
    )
    var fingerprint: String?

    @Flag(help: ArgumentHelp(say("Reach addresses that are not public, too.", "允许访问非公网地址。")))
    var allowPrivate = false

    @Option(
        help: ArgumentHelp(
            say("Authorities to trust instead of the system's (PEM).", "代替系统信任库的 CA 证书（PEM）。"),
            valueName: say("file", "文件")
        )
    )
    var authorities: String?

    @Option(help: ArgumentHelp(say("How long it may take.", "最长用时。"), valueName: say("seconds", "秒")))
    var timeout: Int64 = 30

    @Flag(help: ArgumentHelp(say("Replace the file.", "替换已有文件。")))
    var replace = false

    @OptionGroup var language: LanguageOption

    func validate() throws {
        guard (1...600).contains(timeout) else {
            throw ValidationError(say("--timeout takes 1 to 600 seconds.", "--timeout 的范围是 1 到 600 秒。"))
        }
        guard fingerprint.map({ $0.count == 64 && $0.allSatisfy(\.isHexDigit) }) ?? true else {
            throw ValidationError(
                say("--fingerprint takes 64 hexadecimal digits.", "--fingerprint 应为 64 位十六进制数。")
            )
        }
    }

    func run() async throws {
        let certificate = try trustedCertificate.map { try Certificate(pem: InputFile.read($0)) }
        let bytes = try await fetch()
        let document = try MetadataDocument(
            bytes,
            signedBy: certificate,
            at: Clock.system.now,
            limits: .fetchedMetadata
        )
        let sha256 = Hexadecimal.encode(document.sha256)
        Terminal.print("SHA-256 " + sha256)
        Terminal.print(
            say(
                "\(document.entities.count) entities, \(bytes.count) octets",
                "\(document.entities.count) 个实体，\(bytes.count) 字节"
            )
        )
        for warning in document.warnings where certificate != nil {
            Terminal.error(say("warning: ", "警告：") + warning.message[Speech.language])
        }
        guard certificate != nil || fingerprint != nil else {
            throw CommandFailure(
                .unusable,
                "Nothing was written: compare the SHA-256 with its owner and give it with --fingerprint, or give --trusted-certificate.",
                "未写出文件：请与所有者核对 SHA-256 后用 --fingerprint 给出，或给出 --trusted-certificate。"
            )
        }
        guard fingerprint.map({ $0.lowercased() == sha256 }) ?? true else {
            throw CommandFailure(
                .doesNotHold,
                "The file is another than the fingerprint says; nothing was written.",
                "文件与指纹不符；未写出文件。"
            )
        }
        guard let output else { return }
        try AtomicFile.write(bytes, to: output, mode: .everybody, replacing: replace)
        Terminal.print(say("wrote ", "已写入 ") + output)
    }

    private func fetch() async throws -> [UInt8] {
        let limits = FetchLimits(
            seconds: timeout,
            allowsPrivateAddresses: allowPrivate,
            authorities: authorities
        )
        do {
            return try await GuardedClient(limits).fetch(url)
        } catch {
            let message = error.message
            guard error.code == .privateAddress else { throw CommandFailure(.unusable, message.en, message.zh) }
            throw CommandFailure(
                .unusable,
                message.en + " Give --allow-private if it is right.",
                message.zh + "若确属预期，请加 --allow-private。"
            )
        }
    }
}
