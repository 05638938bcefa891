public import XMLSecurity

/// What an SP knows before it reads a response (saml-profiles 4.1.4.3).
public struct ResponseExpectations: Sendable {
    /// saml2int SDP-G01 allows three to five minutes either way.
    public static let usualSkew: Int64 = 180

    /// The entity id of the identity provider.
    public let identityProvider: String
    /// Its keys from metadata.
    public let keys: [VerificationKey]
    /// The SP's own entity id.
    public let serviceProvider: String
    /// The address that the response was posted to.
    public let assertionConsumerService: String
    /// The outstanding request of this browser; `nil` takes only a response that answers none.
    public let requestID: String?
    /// How far the two clocks may differ, in seconds.
    public let skew: Int64
    /// The algorithms taken.
    public let policy: SignaturePolicy

    /// Makes expectations.
    public init(
        identityProvider: String,
        keys: [VerificationKey],
        serviceProvider: String,
        assertionConsumerService: String,
        requestID: String?,
        skew: Int64 = ResponseExpectations.usualSkew,
        policy: SignaturePolicy = .strict
    ) {
        self.identityProvider = identityProvider
        self.keys = keys
        self.serviceProvider = serviceProvider
        self.assertionConsumerService = assertionConsumerService
        self.requestID = requestID
        self.skew = skew
        self.policy = policy
    }
}
