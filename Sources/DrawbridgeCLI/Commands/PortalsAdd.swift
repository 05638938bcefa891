import ArgumentParser
import IdentityProvider
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
    var key: String

    @Option(
        help: ArgumentHelp(
            say("EdDSA, ES256, RS256, PS256 or HS256.", "EdDSA、ES256、RS256、PS256 或 HS256。"),
            valueName: "alg"
        )
    )
    var algorithm: String

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard FileName.holds(name) else { throw ValidationError(FileName.rule) }
        guard TokenAlgorithm(rawValue: algorithm) != nil else {
            let known = TokenAlgorithm.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(say("--algorithm takes \(known).", "--algorithm 只能是 \(known)。"))
        }
        if let fault = Location.fault(of: signInURL) {
            throw ValidationError(say("--sign-in-url must be \(fault).", "--sign-in-url 须为 https 地址（本机可用 http）。"))
        }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let bytes = try InputFile.read(key)
        let entry = PortalDirectory.Entry(
            name: name,
            signInURL: signInURL,
            algorithm: algorithm,
            keyFile: name + ".key"
        )
        // A key that cannot be used is not kept.
        do {
            _ = try await PortalKey.read(
                String(decoding: bytes, as: UTF8.self),
                algorithm: TokenAlgorithm(rawValue: algorithm) ?? .rs256
            )
        } catch let error as PortalKeyError {
            throw CommandFailure(.unusable, "\(key): \(error).", "\(key)：其中没有适用于 \(algorithm) 的 PEM 公钥，或密钥过短。")
        }
        try await workspace.portalDirectory.add(entry, key: bytes)
        try await workspace.record(.portal, name, "added with \(algorithm)")
        Terminal.print(say("registered \(name), \(algorithm)", "已登记 \(name)，\(algorithm)"))
    }
}
