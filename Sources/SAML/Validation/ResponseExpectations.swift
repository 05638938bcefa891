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
    /// The request that it must answer.
    public let request: ExpectedRequest
    /// The SP's own keys, for what is encrypted to it.
    public let decryptionKeys: [PrivateKey]
    /// How far the two clocks may differ, in seconds.
    public let skew: Int64
    /// How strictly it is judged.
    public let policy: ValidationPolicy

    /// Makes expectations.
    public init(
        identityProvider: String,
        keys: [VerificationKey],
        serviceProvider: String,
        assertionConsumerService: String,
        request: ExpectedRequest,
        decryptionKeys: [PrivateKey] = [],
        skew: Int64 = ResponseExpectations.usualSkew,
        policy: ValidationPolicy = .strict
    ) {
        self.identityProvider = identityProvider
        self.keys = keys
        self.serviceProvider = serviceProvider
        self.assertionConsumerService = assertionConsumerService
        self.request = request
        self.decryptionKeys = decryptionKeys
        self.skew = skew
        self.policy = policy
    }

    /// Makes strict expectations; without an outstanding request only a response that answers none is taken.
    public init(
        identityProvider: String,
        keys: [VerificationKey],
        serviceProvider: String,
        assertionConsumerService: String,
        requestID: String?
    ) {
        self.init(
            identityProvider: identityProvider,
            keys: keys,
            serviceProvider: serviceProvider,
            assertionConsumerService: assertionConsumerService,
            request: requestID.map { .id($0) } ?? .none
        )
    }
}
