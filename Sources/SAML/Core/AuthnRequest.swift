public import XMLSecurity

/// A request for authentication (saml-core 3.4.1).
public struct AuthnRequest: Hashable, Sendable, Codable {
    /// The message's identifier.
    public let id: String
    /// When it was made.
    public let issueInstant: Instant
    /// The entity id of the SP.
    public let issuer: String
    /// Where it was sent.
    public let destination: String?
    /// Where the answer shall go, by address.
    public let assertionConsumerServiceURL: String?
    /// Where the answer shall go, by number.
    public let assertionConsumerServiceIndex: Int?
    /// How the answer shall go.
    public let protocolBinding: String?
    /// Whether the customer must sign in anew.
    public let forceAuthn: Bool
    /// Whether no page may be shown.
    public let isPassive: Bool
    /// What the name identifier must be.
    public let nameIDPolicy: NameIDPolicy?
    /// What the authentication must be.
    public let requestedAuthnContext: RequestedAuthnContext?
    /// Whom the answer must be about.
    public let subject: NameID?

    /// Makes a request, as an SP does.
    public init(
        id: String,
        issueInstant: Instant,
        issuer: String,
        destination: String?,
        assertionConsumerServiceURL: String? = nil,
        assertionConsumerServiceIndex: Int? = nil,
        protocolBinding: String? = Binding.httpPOST.rawValue,
        forceAuthn: Bool = false,
        isPassive: Bool = false,
        nameIDPolicy: NameIDPolicy? = nil,
        requestedAuthnContext: RequestedAuthnContext? = nil,
        subject: NameID? = nil
    ) {
        self.id = id
        self.issueInstant = issueInstant
        self.issuer = issuer
        self.destination = destination
        self.assertionConsumerServiceURL = assertionConsumerServiceURL
        self.assertionConsumerServiceIndex = assertionConsumerServiceIndex
        self.protocolBinding = protocolBinding
        self.forceAuthn = forceAuthn
        self.isPassive = isPassive
        self.nameIDPolicy = nameIDPolicy
        self.requestedAuthnContext = requestedAuthnContext
        self.subject = subject
    }
}
