public import XMLSecurity

/// What an identity provider knows before it judges a request (saml-profiles 4.1.4.1).
public struct RequestExpectations: Sendable {
    /// How long a request may be on its way beyond the skew, in seconds, when nothing else is said.
    public static let usualLifetime: Int64 = 300

    /// The SP's entity id.
    public let serviceProvider: String
    /// Its role in metadata.
    public let descriptor: SPSSODescriptor
    /// Its signing keys; each is tried.
    public let keys: [VerificationKey]
    /// Our address that requests come to, as published.
    public let ourAddress: String
    /// How far the two clocks may differ, in seconds.
    public let skew: Int64
    /// How long a request may be on its way beyond the skew, in seconds.
    public let lifetime: Int64
    /// How strictly it is judged.
    public let policy: ValidationPolicy

    /// Makes expectations.
    public init(
        serviceProvider: String,
        descriptor: SPSSODescriptor,
        keys: [VerificationKey],
        ourAddress: String,
        skew: Int64 = ResponseExpectations.usualSkew,
        lifetime: Int64 = RequestExpectations.usualLifetime,
        policy: ValidationPolicy = .strict
    ) {
        self.serviceProvider = serviceProvider
        self.descriptor = descriptor
        self.keys = keys
        self.ourAddress = ourAddress
        self.skew = skew
        self.lifetime = lifetime
        self.policy = policy
    }
}
