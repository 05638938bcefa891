public import SAML
public import XMLSecurity

/// An SP of the tests: its keys, its metadata, and requests as HUAWEI CLOUD or any other SP sends them.
public struct FakeServiceProvider: Sendable {
    /// Its entity id.
    public let entityID: String
    /// Where its answers go.
    public let assertionConsumerService: String
    /// What it signs with.
    public let key: SigningKey
    /// Whether its metadata says that it signs.
    public let authnRequestsSigned: Bool
    /// Where its logout messages go; `nil` when it has no logout.
    public let singleLogout: Endpoint?

    /// Makes an SP; by default one shaped as HUAWEI CLOUD, whose certificate says that it is a simulation.
    public init(
        entityID: String = "https://auth.huaweicloud.com/",
        assertionConsumerService: String = "https://auth.huaweicloud.com/authui/saml/SAMLAssertionConsumer",
        key: PrivateKey = TestPKI.rsa2048Other,
        authnRequestsSigned: Bool = true,
        singleLogout: Endpoint? = nil,
        organization: String = TestPKI.simulationOrganization
    ) throws {
        self.entityID = entityID
        self.assertionConsumerService = assertionConsumerService
        self.authnRequestsSigned = authnRequestsSigned
        self.singleLogout = singleLogout
        self.key = try SigningKey(
            privateKey: key,
            certificate: TestPKI.certificate(for: key, commonName: "sp", organization: organization)
        )
    }

    /// Its role.
    public var descriptor: SPSSODescriptor {
        SPSSODescriptor(
            role: RoleDescriptor(
                keyDescriptors: [KeyDescriptor(use: .signing, certificate: key.certificate)],
                singleLogoutServices: singleLogout.map { [$0] } ?? []
            ),
            authnRequestsSigned: authnRequestsSigned,
            wantAssertionsSigned: true,
            assertionConsumerServices: [
                Endpoint(binding: .httpPOST, location: assertionConsumerService, index: 0, isDefault: true)
            ]
        )
    }

    /// Its metadata.
    public var metadata: EntityDescriptor {
        EntityDescriptor(entityID: entityID, spSSODescriptor: descriptor)
    }

    /// A request as HUAWEI CLOUD makes it (huawei-cloud.md 3.3).
    public func request(id: String = "_th2kld6nqqaq6lbvbw1cqqkbld2m7shj5i7x", to destination: String, at now: Instant)
        -> AuthnRequest
    {
        AuthnRequest(
            id: id,
            issueInstant: now,
            issuer: entityID,
            destination: destination,
            assertionConsumerServiceURL: assertionConsumerService,
            nameIDPolicy: NameIDPolicy(format: NameIDFormat.transient, spNameQualifier: entityID, allowCreate: true)
        )
    }

    /// The message of a redirect.
    public func redirect(_ request: AuthnRequest, relayState: String? = "relay", signed: Bool = true) throws
        -> InboundMessage
    {
        var writer = CanonicalWriter()
        request.write(to: &writer)
        let query = try HTTPRedirectBinding.query(
            writer.finish(),
            as: .request,
            relayState: relayState,
            signedBy: signed ? key : nil,
            escapes: .lower
        )
        return .redirect(query: Array(query.utf8))
    }

    /// The message of a POST.
    public func post(_ request: AuthnRequest, relayState: String? = "relay", signed: Bool = true) throws
        -> InboundMessage
    {
        var writer = CanonicalWriter()
        if signed { try request.write(to: &writer, signedBy: key) } else { request.write(to: &writer) }
        var body = "SAMLRequest=" + PercentEncoding.encode(Base64.encode(try writer.finish()))
        if let relayState { body += "&RelayState=" + PercentEncoding.encode(relayState) }
        return .post(body: Array(body.utf8))
    }

    /// What this SP expects of an answer.
    public func expectations(_ identityProvider: String, _ certificate: Certificate, requestID: String?)
        -> ResponseExpectations
    {
        ResponseExpectations(
            identityProvider: identityProvider,
            keys: [VerificationKey(certificate.publicKey)],
            serviceProvider: entityID,
            assertionConsumerService: assertionConsumerService,
            requestID: requestID
        )
    }
}
