public import SAML
public import XMLSecurity

/// What attacks are made of: who signs honestly, who does not, and what the judges expect.
public struct AttackMaterial: Sendable {
    /// Whose messages are honest: the identity provider's and the SP's at once.
    public let signer: SigningKey
    /// The attacker's key, in no metadata; its certificate should name the same subject as the signer's.
    public let attacker: SigningKey
    /// The identity provider's entity id.
    public let identityProvider: String
    /// Where requests go.
    public let singleSignOnURL: String
    /// The SP's entity id.
    public let serviceProvider: String
    /// Where responses go.
    public let assertionConsumerService: String
    /// The outstanding request.
    public let requestID: String
    /// When everything happens.
    public let instant: Instant

    /// Whom the attacker wants to be: the account that its own name begins with.
    public static let forgedSubject = "admin@partner.example"
    /// Who the attacker is, honestly signed in.
    public static let honestSubject = forgedSubject + ".attacker.example"
    /// Where the attacker wants answers to go.
    public static let forgedService = "https://attacker.example/acs"
    /// A `RelayState` as SPs send it.
    public static let relayState = "relay:state"

    /// Makes material.
    public init(
        signer: SigningKey,
        attacker: SigningKey,
        identityProvider: String = "https://idp.partner.example/metadata",
        singleSignOnURL: String = "https://idp.partner.example/saml/sso",
        serviceProvider: String = "https://sp.example/metadata",
        assertionConsumerService: String = "https://sp.example/saml/acs",
        requestID: String = "_request-of-this-browser",
        instant: Instant
    ) {
        self.signer = signer
        self.attacker = attacker
        self.identityProvider = identityProvider
        self.singleSignOnURL = singleSignOnURL
        self.serviceProvider = serviceProvider
        self.assertionConsumerService = assertionConsumerService
        self.requestID = requestID
        self.instant = instant
    }

    /// What an SP expects that is served with this material.
    public var expectations: ResponseExpectations {
        ResponseExpectations(
            identityProvider: identityProvider,
            keys: [VerificationKey(signer.certificate.publicKey)],
            serviceProvider: serviceProvider,
            assertionConsumerService: assertionConsumerService,
            request: .id(requestID),
            decryptionKeys: [signer.privateKey]
        )
    }

    /// The valid message of a carrier.
    public func validMessage(_ carrier: AttackCarrier) throws -> [UInt8] {
        switch carrier {
        case .response: try response().document(signer)
        case .requestQuery: Array(try query().utf8)
        case .requestForm: try form(request().signed(by: signer))
        case .logoutQuery: Array(try logoutQuery().utf8)
        case .metadata: try signedMetadata()
        }
    }
}
