import ArgumentParser
import Foundation
import IdentityProvider
import Storage
import XMLSecurity

/// `init`: a directory that everything else works in.
struct Init: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init",
            abstract: say(
                "Write drawbridge.yaml, certs/ and metadata/; safe to repeat.",
                "生成 drawbridge.yaml、certs/ 和 metadata/，可重复执行。"
            ),
            discussion: say(
                "Example: drawbridge init --base-url https://idp.example.com --site china --organization \"Example Ltd\"",
                "示例：drawbridge init --base-url https://idp.example.com --site china --organization \"示例公司\""
            )
        )
    }

    @Option(
        help: ArgumentHelp(say("The address that browsers reach this service by.", "浏览器访问本服务的地址。"), valueName: "url")
    )
    var baseURL: String

    @Option(
        help: ArgumentHelp(
            say(
                "china, international or europe; simulation for joint-debug serve on this machine; none for a plain IdP.",
                "china、international 或 europe；simulation 表示本机的 joint-debug serve；不填则为通用 IdP。"
            ),
            valueName: say("site", "站点")
        )
    )
    var site: String?

    @Option(
        name: .customLong("entity-id"),
        help: ArgumentHelp(say("The SAML entity id.", "SAML entityID。"), valueName: "uri")
    )
    var entityID: String?

    @Option(help: ArgumentHelp(say("The organization in the certificate.", "证书中的组织名称。"), valueName: say("name", "名称")))
    var organization: String?

    @Option(
        name: .customLong("directory"),
        help: ArgumentHelp(say("Where to write.", "写入目录。"), valueName: say("dir", "目录"))
    )
    var directory = "."

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let path = directory + "/drawbridge.yaml"
        if FileManager.default.fileExists(atPath: path) {
            Terminal.print(say("\(path) is there already and stays as it is.", "\(path) 已存在，保持不变。"))
        } else {
            try Directory.make(directory)
            try AtomicFile.write(Array(yaml.utf8), to: path, mode: .everybody, replacing: false)
            do {
                _ = try Configuration.load(path)
            } catch {
                // What cannot be read back is not left behind.
                try? FileManager.default.removeItem(atPath: path)
                throw error
            }
            Terminal.print(say("wrote \(path)", "已写入 \(path)"))
        }
        let configuration = try Configuration.load(path)
        try makePassphrase(configuration)
        let workspace = try Workspace(configuration)
        if try await workspace.keyStore.keys().isEmpty {
            let host = configuration.baseURL.split(separator: "/").dropFirst().first.map(String.init) ?? "idp"
            let key = KeyGeneration(bits: .bits3072, days: 3650, commonName: host, organization: organization ?? host)
            let record = try await key.run(in: workspace, name: "signing-1")
            Terminal.print(say("made the signing key \(record.name)", "已生成签名密钥 \(record.name)"))
        }
        for folder in [configuration.metadata + "/sp", configuration.portals] {
            try Directory.make(folder)
        }
        Terminal.print(
            say(
                "Next: drawbridge metadata generate --config \(path)",
                "下一步：drawbridge metadata generate --config \(path)"
            )
        )
    }

    private var yaml: String {
        var lines = [
            say(
                "# Drawbridge. Every key: Documentation/configuration.md",
                "# Drawbridge 配置。全部键见 Documentation/configuration.md"
            ),
            "base_url: \(quoted(baseURL))",
        ]
        if let entityID { lines.append("entityID: \(quoted(entityID))") }
        if let site {
            lines += [
                "huawei:", "  site: \(quoted(site))",
                say(
                    "  # From Partner Center: Support > Open APIs > Access configuration.",
                    "  # 见 伙伴中心 > 支持 > 能力开放 > 接入配置。"
                ),
                "  platform_id: \"\"", "  bp_id: \"\"",
            ]
            if site == "simulation" { lines += simulation }
            lines += [
                "first_login:",
                say(
                    "  # What isFirstLogin says of a customer whose association is not known: true or false.",
                    "  # 绑定状态未知的客户，isFirstLogin 取 true 还是 false。"
                ),
                "  when_unknown: \"\"",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var simulation: [String] {
        [
            say("  # As drawbridge joint-debug serve has them.", "  # 即 drawbridge joint-debug serve 的默认地址。"),
            "  simulation:", "    login: http://localhost:9080", "    console: http://127.0.0.2:9081",
        ]
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private func makePassphrase(_ configuration: Configuration) throws {
        let path = configuration.passphraseFile
        guard ProcessInfo.processInfo.environment[Passphrase.variable] == nil,
            !FileManager.default.fileExists(atPath: path)
        else { return }
        try Directory.make(configuration.certificates)
        try Directory.make(configuration.certificates + "/private", isPrivate: true)
        let passphrase = Base64.encodeURL(Randomness.openSSL.bytes(32)) + "\n"
        try AtomicFile.write(Array(passphrase.utf8), to: path, mode: .secret, replacing: false)
        Terminal.print(say("wrote a random passphrase to \(path)", "已把随机口令写入 \(path)"))
    }
}
