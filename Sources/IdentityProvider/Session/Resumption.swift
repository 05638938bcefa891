public import XMLSecurity

/// A verified hand-off for a waiting request, kept until the browser comes for it: the portal's POST brings no cookie.
public struct Resumption: Hashable, Sendable, Codable, CustomStringConvertible {
    /// How long it is kept, in seconds: one redirect.
    public static let lifetime: Int64 = 60

    /// How long a choice between two accounts stays open, in seconds.
    public static let choiceLifetime: Int64 = 300

    /// What happens when the browser comes.
    public enum Purpose: Hashable, Sendable, Codable {
        /// The waiting request of that `request` value is answered.
        case request(String)
        /// The browser goes on to where the session leads.
        case start
        /// The customer says which of two sessions counts, the new one or this earlier one.
        case choice(earlier: Session)
    }

    /// What happens then.
    public let purpose: Purpose
    /// Who signed in.
    public let session: Session
    /// Until then it is kept.
    public let expiresAt: Instant

    /// A placeholder: it names a waiting request and a customer.
    public var description: String { "<resumption>" }

    /// Makes a resumption.
    public init(_ purpose: Purpose, session: Session, expiresAt: Instant) {
        self.purpose = purpose
        self.session = session
        self.expiresAt = expiresAt
    }
}
