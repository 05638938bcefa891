public import XMLSecurity

/// A verified hand-off for a waiting request, kept until the browser comes for it: the portal's POST brings no cookie.
public struct Resumption: Hashable, Sendable, Codable, CustomStringConvertible {
    /// How long it is kept, in seconds: one redirect.
    public static let lifetime: Int64 = 60

    /// The `request` value that the token named.
    public let requestID: String
    /// Who signed in.
    public let session: Session
    /// Until then it is kept.
    public let expiresAt: Instant

    /// A placeholder: it names a waiting request and a customer.
    public var description: String { "<resumption>" }

    /// Makes a resumption.
    public init(requestID: String, session: Session, expiresAt: Instant) {
        self.requestID = requestID
        self.session = session
        self.expiresAt = expiresAt
    }
}
