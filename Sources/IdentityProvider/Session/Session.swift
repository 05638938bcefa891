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
    /// Where the browser was sent when the portal began; `nil` when a request did.
    public let landing: Landing?

    /// Makes a session.
    public init(
        customer: Customer,
        authnInstant: Instant,
        createdAt: Instant,
        expiresAt: Instant,
        landing: Landing? = nil
    ) {
        self.customer = customer
        self.authnInstant = authnInstant
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.landing = landing
    }

    /// Whether it can have begun: not when the clock was set back since.
    /// - Parameters:
    ///   - now: the time.
    ///   - skew: how far the clock may have moved, in seconds.
    /// - Returns: whether it counts.
    public func hasBegun(at now: Instant, skew: Int64) -> Bool {
        createdAt <= now.adding(seconds: skew)
    }

    /// The same session with another end: over now, or living anew.
    public func ending(at end: Instant) -> Session {
        Session(
            customer: customer,
            authnInstant: authnInstant,
            createdAt: createdAt,
            expiresAt: end,
            landing: landing
        )
    }
}
