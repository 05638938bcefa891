public import XMLSecurity

/// What is known of one customer account's association with HUAWEI CLOUD.
public struct Association: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The customer's account at the partner, `xAccountId`.
    public let account: String
    /// The state.
    public let state: AssociationState
    /// Who told us.
    public let source: AssociationSource
    /// The HUAWEI CLOUD account; of an `unbound` one, the last.
    public let cloudAccount: CloudAccount?
    /// Since when it is in this state.
    public let since: Instant

    /// Collects what is known.
    public init(
        account: String,
        state: AssociationState,
        source: AssociationSource,
        cloudAccount: CloudAccount?,
        since: Instant
    ) {
        self.account = account
        self.state = state
        self.source = source
        self.cloudAccount = cloudAccount
        self.since = since
    }

    /// A placeholder: all of it is about a customer.
    public var description: String { "<association>" }
}
