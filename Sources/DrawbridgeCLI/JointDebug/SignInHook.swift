import Foundation
import JWTKit
import JointDebug
import SAML
import Server
import XMLSecurity

/// How customers sign in at the identity provider that is played against.
enum SignInHook {
    static func make(_ options: AgainstOptions, entityID: String, drawbridge: String?) async throws -> LoginHook {
        if let portal = options.portal, let file = options.portalKey {
            guard drawbridge != nil else {
                throw CommandFailure(
                    .unusable,
                    "--portal is for a Drawbridge; the metadata is another identity provider's. Use --login-user or --login-command.",
                    "--portal 仅用于 Drawbridge，而该元数据属于其他身份提供商。请使用 --login-user 或 --login-command。"
                )
            }
            let pem = String(decoding: try InputFile.read(file), as: UTF8.self)
            let tokens = WorkshopPortal(
                name: portal,
                mint: try await TokenMint(key: pem, algorithm: .es256),
                stranger: try await TokenMint(key: ES256PrivateKey().pemRepresentation, algorithm: .es256),
                audience: entityID,
                clock: .system
            )
            return .handOff(portal: "http://localhost:\(options.loginPort)/", mint: tokens.token)
        }
        if let user = options.loginUser, let file = options.loginPasswordFile {
            let text = String(decoding: try InputFile.read(file), as: UTF8.self)
            let password = text.prefix { !$0.isNewline }
            return .form(
                .init(
                    userField: options.userField,
                    passwordField: options.passwordField,
                    user: user,
                    password: String(password)
                )
            )
        }
        return options.loginCommand.map { LoginHook.command(LoginCommand(line: $0).fields) } ?? .none
    }
}
