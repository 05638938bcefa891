import XMLSecurity

/// Asks IAM for a token by a password, for the whole account (huawei-cloud.md 6.1).
public struct IAMTokenRequest: Codable, Sendable {
    /// Where it is posted to.
    public static let path = "/v3/auth/tokens"
    /// The header of the answer that holds the token; the body does not.
    public static let answerHeader = "X-Subject-Token"
    /// The header of a call that carries the token.
    public static let callHeader = "X-Auth-Token"

    private static let byPassword = ["password"]

    private struct Auth: Codable {
        let identity: Identity
        let scope: Scope?
    }

    private struct Identity: Codable {
        let methods: [String]
        let password: Password?
    }

    private struct Password: Codable {
        let user: User
    }

    private struct User: Codable {
        let name: String
        let password: String
        let domain: Domain
    }

    private struct Domain: Codable {
        let name: String
    }

    private struct Scope: Codable {
        let domain: Domain?
    }

    private let auth: Auth

    /// Asks for a user; the only place that writes the password.
    public init(_ user: IAMUser) {
        let domain = Domain(name: user.domain)
        let password = user.password.withBytes { String(decoding: $0, as: UTF8.self) }
        let asking = User(name: user.name, password: password, domain: domain)
        auth = Auth(
            identity: Identity(methods: Self.byPassword, password: Password(user: asking)),
            scope: Scope(domain: domain)
        )
    }

    /// Who asks; `nil` when it is not by a password.
    public var user: IAMUser? {
        guard auth.identity.methods == Self.byPassword, let asking = auth.identity.password?.user else { return nil }
        return IAMUser(name: asking.name, domain: asking.domain.name, password: Secret(asking.password))
    }
}
