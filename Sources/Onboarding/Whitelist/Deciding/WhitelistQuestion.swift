public import SAML
public import XMLSecurity

/// What is asked of the whitelist: whatever of it is given must be admitted.
public struct WhitelistQuestion: Sendable {
    /// The SP's entity id.
    public var serviceProvider: String?
    /// Where the Response would go.
    public var assertionConsumerService: String?
    /// The customer's `xAccountId`.
    public var account: String?
    /// Where in HUAWEI CLOUD a link would lead.
    public var destination: String?
    /// Who asks, on routes that have an address rule.
    public var address: NetworkAddress?
    /// The time.
    public let at: Instant

    /// Asks.
    public init(
        serviceProvider: String? = nil,
        assertionConsumerService: String? = nil,
        account: String? = nil,
        destination: String? = nil,
        address: NetworkAddress? = nil,
        at now: Instant
    ) {
        self.serviceProvider = serviceProvider
        self.assertionConsumerService = assertionConsumerService
        self.account = account
        self.destination = destination
        self.address = address
        at = now
    }
}
