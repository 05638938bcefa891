import ArgumentParser
import HuaweiCloud
import IdentityProvider
import SAML
import Storage
import XMLSecurity

/// `keys generate`.
struct KeysGenerate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "generate",
            abstract: say("Make a signing key with its certificate.", "生成签名密钥及其证书。"),
            discussion: say(
                "The first key becomes active; a later one waits until it is published and activated. A key is never overwritten.\nExample: drawbridge keys generate --name signing-2 --bits 3072 --days 1825",
                "第一个密钥立即生效；之后的密钥须经发布、启用。密钥绝不会被覆盖。\n示例：drawbridge keys generate --name signing-2 --bits 3072 --days 1825"
            )
        )
    }

    @Option(help: ArgumentHelp(say("The name of its files.", "文件名。"), valueName: say("name", "名称")))
    var name: String?

    @Option(
        help: ArgumentHelp(
            say("rsa, or p256 for service providers other than HUAWEI CLOUD.", "rsa；或 p256，仅用于华为云以外的服务提供商。"),
            valueName: "rsa|p256"
        )
    )
    var type = KeyType.rsa

    @Flag(
        help: ArgumentHelp(
            say("Write a certificate request (CSR) beside the certificate.", "同时写出证书签名请求（CSR）。")
        )
    )
    var csr = false

    @Option(help: ArgumentHelp(say("RSA 2048, 3072 or 4096.", "RSA 2048、3072 或 4096。"), valueName: say("bits", "位数")))
    var bits = 3072

    @Option(help: ArgumentHelp(say("How long the certificate is valid.", "证书有效天数。"), valueName: say("days", "天")))
    var days = 3650

    @Option(
        name: .customLong("common-name"),
        help: ArgumentHelp(say("CN of the certificate.", "证书的 CN。"), valueName: "cn")
    )
    var commonName: String?

    @Option(help: ArgumentHelp(say("O of the certificate.", "证书的 O。"), valueName: "o"))
    var organization: String?

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard RSAKeySize(rawValue: bits) != nil else {
            throw ValidationError(say("--bits takes 2048, 3072 or 4096.", "--bits 只能是 2048、3072 或 4096。"))
        }
        guard (1...7300).contains(days) else {
            throw ValidationError(say("--days takes 1 to 7300.", "--days 只能是 1 到 7300。"))
        }
        if let name, !FileName.holds(name) { throw ValidationError(FileName.rule) }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let host = workspace.configuration.baseURL.split(separator: "/").dropFirst().first.map(String.init) ?? "idp"
        let count = try await workspace.keyStore.keys().count
        let generation = KeyGeneration(
            type: type,
            bits: RSAKeySize(rawValue: bits) ?? .bits3072,
            days: days,
            commonName: commonName ?? host,
            organization: organization ?? workspace.configuration.organization?.name ?? host,
            withRequest: csr
        )
        let record = try await generation.run(in: workspace, name: name ?? "signing-\(count + 1)")
        let kind = type == .rsa ? "RSA \(bits)" : "EC P-256"
        Terminal.print("\(record.name)  \(kind)  \(record.state.rawValue)  SHA-256 \(record.fingerprint)")
        Terminal.print(workspace.keyDirectory.certificatePath(record.name))
        if csr { Terminal.print(workspace.keyDirectory.requestPath(record.name)) }
    }
}
