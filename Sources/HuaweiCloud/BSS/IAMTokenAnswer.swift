public import XMLSecurity

/// What IAM says beside a token: from when to when it is good.
public struct IAMTokenAnswer: Codable, Sendable {
    private struct Token: Codable {
        let issuedAt: String?
        let expiresAt: String?
        let methods: [String]?

        enum CodingKeys: String, CodingKey {
            case issuedAt = "issued_at"
            case expiresAt = "expires_at"
            case methods
        }
    }

    private let token: Token

    /// Says it of a token.
    public init(issued: Instant, expires: Instant) {
        token = Token(issuedAt: issued.xsDateTime, expiresAt: expires.xsDateTime, methods: ["password"])
    }

    /// How long the token is good, in seconds; `nil` when that cannot be read.
    public var life: Int64? {
        guard let issued = token.issuedAt.flatMap({ Instant(xsDateTime: $0) }),
            let expires = token.expiresAt.flatMap({ Instant(xsDateTime: $0) }), issued < expires
        else { return nil }
        return expires.seconds(since: issued)
    }
}
