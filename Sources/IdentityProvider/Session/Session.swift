public import XMLSecurity

/// One customer signed in in one browser: exactly one portal, user and account.
public struct Session: Hashable, Sendable, Codable {
    /// Who.
    public let customer: Customer
    /// When the customer proved it, as the portal says.
    public let authnInstant: Instant
    /// When the hand-off came.
    public let createdAt: Instant
    /// Until then it answers requests; after that the portal is asked again.
    public let expiresAt: Instant

    /// Makes a session.
    public init(customer: Customer, authnInstant: Instant, createdAt: Instant, expiresAt: Instant) {
        self.customer = customer
        self.authnInstant = authnInstant
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
