public import SAML
public import XMLSecurity

/// What is known of a sign-on when its response is looked at; what is `nil` is not judged, and a note says so.
public struct MessageLintContext: Sendable {
    /// The time that dates are compared with.
    public let time: Instant
    /// The SP's entity id.
    public let serviceProvider: String
    /// Where the response goes.
    public let assertionConsumerService: String
    /// The metadata that was uploaded.
    public let identityProvider: EntityDescriptor?
    /// The request that is answered.
    public let requestID: String?
    /// What came with the request.
    public let relayState: String?

    /// Collects what is known; the SP is HUAWEI CLOUD in China unless said.
    public init(
        at time: Instant,
        serviceProvider: String = "https://auth.huaweicloud.com/",
        assertionConsumerService: String = "https://auth.huaweicloud.com/authui/saml/SAMLAssertionConsumer",
        identityProvider: EntityDescriptor? = nil,
        requestID: String? = nil,
        relayState: String? = nil
    ) {
        self.time = time
        self.serviceProvider = serviceProvider
        self.assertionConsumerService = assertionConsumerService
        self.identityProvider = identityProvider
        self.requestID = requestID
        self.relayState = relayState
    }
}
