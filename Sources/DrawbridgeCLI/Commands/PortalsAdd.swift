import ArgumentParser
import IdentityProvider
import Outbound
import SAML
import Server

/// `portals add`.
struct PortalsAdd: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: say("Register a portal with its key.", "登记门户及其密钥。"),
            discussion: say(
                "The algorithm is fixed here; a token's header can only agree.\nExample: drawbridge portals add mall --sign-in-url https://mall.example.com/sign-in --key mall.pub.pem --algorithm RS256",
                "算法在此固定，令牌头部只能与之一致。\n示例：drawbridge portals add mall --sign-in-url https://mall.example.com/sign-in --key mall.pub.pem --algorithm RS256"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Its name, `iss` of its tokens.", "名称，即令牌的 iss。"), valueName: say("name", "名称")))
    var name: String

    @Option(
        name: .customLong("sign-in-url"),
        help: ArgumentHelp(
            say("Where a browser is sent to sign in.", "让浏览器去登录的地址。"),
            valueName: "url"
        )
    )
    var signInURL: String

    @Option(
        help: ArgumentHelp(
            say("Its public key in PEM, or a JWK Set; for HS256 the secret.", "PEM 公钥或 JWK Set；HS256 时为共享密钥。"),
            valueName: say("file", "文件")
        )
    )
    var key: String?

    @Option(
        name: .customLong("key-url"),
        help: ArgumentHelp(
            say("Instead of --key: the https address of its JWK Set.", "代替 --key：其 JWK Set 的 https 地址。"),
            valueName: "url"
        )
    )
    var keyURL: String?

    @Flag(help: ArgumentHelp(say("That address may be one that is not public.", "允许该地址为非公网地址。")))
    var allowPrivate = false

    @Option(
        help: ArgumentHelp(
            say("EdDSA, ES256, RS256, PS256 or HS256.", "EdDSA、ES256、RS256、PS256 或 HS256。"),
            valueName: "alg"
        )
    )
    var algorithm: String

    @Option(
        name: .customLong("after-binding-url"),
        help: ArgumentHelp(
            say("Where a browser goes that comes back from binding.", "绑定完成后浏览器返回的地址。"),
            valueName: "url"
        )
    )
    var afterBindingURL: String?

    @Option(
        name: .customLong("webhook-url"),
        help: ArgumentHelp(
            say(
                "Where the portal is told of associations; its secret is made beside its file.",
                "绑定变化的通知地址；密钥生成在门户文件旁。"
            ),
            valueName: "url"
        )
    )
    var webhookURL: String?

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard FileName.holds(name) else { throw ValidationError(FileName.rule) }
        guard TokenAlgorithm(rawValue: algorithm) != nil else {
            let known = TokenAlgorithm.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(say("--algorithm takes \(known).", "--algorithm 只能是 \(known)。"))
        }
        guard (key == nil) != (keyURL == nil) else {
            throw ValidationError(say("Give either --key or --key-url.", "请给出 --key 或 --key-url 之一。"))
        }
        guard keyURL == nil || algorithm != TokenAlgorithm.hs256.rawValue else {
            throw ValidationError(
                say("A secret does not stand behind an address; use --key.", "共享密钥不能通过地址获取，请用 --key。")
            )
        }
        if let fault = Location.fault(of: signInURL) {
            throw ValidationError(say("--sign-in-url must be \(fault).", "--sign-in-url 须为 https 地址（本机可用 http）。"))
        }
        if let fault = afterBindingURL.flatMap({ Location.fault(of: $0) }) {
            throw ValidationError(
                say("--after-binding-url must be \(fault).", "--after-binding-url 须为 https 地址（本机可用 http）。")
            )
        }
        guard webhookURL.map({ $0.hasPrefix("https://") && Location.fault(of: $0) == nil }) ?? true else {
            throw ValidationError(say("--webhook-url must be an https address.", "--webhook-url 须为 https 地址。"))
        }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let key = try key.map { (path: $0, bytes: try InputFile.read($0)) }
        let entry = PortalDirectory.Entry(
            name: name,
            signInURL: signInURL,
            algorithm: algorithm,
            keyFile: key == nil ? nil : name + ".key",
            keyURL: keyURL,
            keyURLIsPrivate: allowPrivate ? true : nil,
            afterBindingURL: afterBindingURL,
            webhookURL: webhookURL
        )
        try await requireUsable(key)
        try await workspace.portalDirectory.add(entry, key: key?.bytes)
        try await workspace.record(.portal, name, "added with \(algorithm)")
        Terminal.print(say("registered \(name), \(algorithm)", "已登记 \(name)，\(algorithm)"))
    }

    // A key that cannot be used is not kept.
    private func requireUsable(_ key: (path: String, bytes: [UInt8])?) async throws {
        let algorithm = TokenAlgorithm(rawValue: algorithm) ?? .rs256
        do {
            if let key {
                _ = try await PortalKey.read(String(decoding: key.bytes, as: UTF8.self), algorithm: algorithm)
            }
            if let keyURL {
                _ = try await PortalKeyFetch(url: keyURL, algorithm: algorithm, isPrivate: allowPrivate).fetch()
            }
        } catch let error as PortalKeyError {
            let place = key?.path ?? keyURL ?? ""
            throw CommandFailure(
                .unusable,
                "\(place): \(error).",
                "\(place)：其中没有适用于 \(algorithm.rawValue) 的公钥，或密钥过短。"
            )
        } catch let error as FetchError {
            throw CommandFailure(.unusable, error.message.en, error.message.zh)
        }
    }
}
