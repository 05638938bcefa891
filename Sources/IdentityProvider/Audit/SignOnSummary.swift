public import XMLSecurity

/// That an account crossed to an SP.
public struct SignOnSummary: Hashable, Sendable {
    /// The account's keyed hash.
    public let account: String
    /// The SP.
    public let serviceProvider: String
    /// When the last assertion was issued.
    public let last: Instant

    /// Describes sign-ons.
    public init(account: String, serviceProvider: String, last: Instant) {
        self.account = account
        self.serviceProvider = serviceProvider
        self.last = last
    }
}
