import Testing

/// One token that must not be taken, with the code that says why.
struct HostileToken: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: String
    let change: @Sendable (inout PortalToken) -> Void

    init(_ what: String, _ code: String, _ change: @escaping @Sendable (inout PortalToken) -> Void) {
        testDescription = what
        self.code = "token." + code
        self.change = change
    }

    static let all: [HostileToken] = [
        HostileToken("alg none", "algorithm") { $0.header["alg"] = "none" },
        HostileToken("alg of another kind", "algorithm") { $0.header["alg"] = "HS256" },
        HostileToken("a critical header", "critical-header") { $0.header["crit"] = ["b64"] },
        HostileToken("another issuer", "issuer") { $0.claims["iss"] = "other" },
        HostileToken("another audience", "audience") { $0.claims["aud"] = "https://somebody.example" },
        HostileToken("no audience", "audience") { $0.claims["aud"] = nil },
        HostileToken("expired", "expired") { shift(&$0, by: -300) },
        HostileToken("from the future", "issued-in-future") { shift(&$0, by: 200) },
        HostileToken("a life of 121 s", "lifetime") { $0.claims["exp"] = seconds($0) + 121 },
        HostileToken("over before it begins", "lifetime") { $0.claims["exp"] = seconds($0) },
        HostileToken("no jti", "claim-missing") { $0.claims["jti"] = nil },
        HostileToken("no sub", "claim-missing") { $0.claims["sub"] = nil },
        HostileToken("no account", "claim-missing") { $0.claims["x_account_id"] = "" },
        HostileToken("no iat", "claim-missing") { $0.claims["iat"] = nil },
        HostileToken("a control character in the account", "claim-invalid") { $0.claims["x_account_id"] = "a\u{1}b" },
        HostileToken("an account of 129 characters", "claim-invalid") {
            $0.claims["x_account_id"] = String(repeating: "a", count: 129)
        },
        HostileToken("a claim of another type", "claim-invalid") { $0.claims["sub"] = 1 },
        HostileToken("a time that is none", "claim-invalid") { $0.claims["iat"] = -1 },
        HostileToken("signed in in the future", "claim-invalid") { $0.claims["auth_time"] = seconds($0) + 3600 },
        HostileToken("a request at start", "request") { $0.claims["request"] = "x" },
    ]

    private static func seconds(_ token: PortalToken) -> Int64 { token.claims["iat"] as? Int64 ?? 0 }

    private static func shift(_ token: inout PortalToken, by offset: Int64) {
        let issued = seconds(token) + offset
        token.claims["iat"] = issued
        token.claims["exp"] = issued + 60
    }
}
