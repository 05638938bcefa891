public import HuaweiCloud
public import SAML
public import XMLSecurity

/// The SP side of a simulated HUAWEI CLOUD: what it is, what it sends, how it judges.
///
/// Its keys carry `O=Drawbridge Simulation`, so that they never pass for real (design 4.10).
public struct SimulatedHuaweiCloud: Sendable {
    /// The organization in every certificate of a simulation.
    public static let organization = "Drawbridge Simulation"

    /// The site that an identity provider is configured for.
    public let site: Site
    /// Our entity id.
    public let entityID: String
    /// Where responses are posted.
    public let assertionConsumerService: String
    let key: SigningKey
    let identityProvider: EntityDescriptor
    let keys: [VerificationKey]
    let platformID: PlatformID

    /// Makes the simulation.
    /// - Parameters:
    ///   - login: the origin of the login host, on this machine.
    ///   - console: the origin of the console host, on this machine.
    ///   - key: signs the requests.
    ///   - identityProvider: the metadata that was uploaded; as the real importer, the first certificate and the first
    ///     endpoint are used.
    ///   - platformID: the platform that the metadata was uploaded for.
    public init?(
        login: String,
        console: String,
        key: SigningKey,
        identityProvider: EntityDescriptor,
        platformID: PlatformID
    ) {
        guard let site = Site.simulation(login: login, console: console), let entityID = site.serviceProvider else {
            return nil
        }
        self.site = site
        self.entityID = entityID
        assertionConsumerService = login + "/authui/saml/SAMLAssertionConsumer"
        self.key = key
        self.identityProvider = identityProvider
        keys = (identityProvider.idpSSODescriptor?.signingCertificates.prefix(1) ?? []).map {
            VerificationKey($0)
        }
        self.platformID = platformID
    }

    /// The SHA-256 fingerprint of the certificate that signs the requests.
    var keyFingerprint: String { key.id }

    /// The SHA-256 fingerprint of the certificate in the metadata that was uploaded.
    var identityProviderFingerprint: String {
        identityProvider.idpSSODescriptor?.signingCertificates.first?.fingerprint ?? "-"
    }

    /// The SP metadata.
    public static func metadata(login: String, key: SigningKey) -> EntityDescriptor {
        EntityDescriptor(
            entityID: login + "/",
            spSSODescriptor: SPSSODescriptor(
                role: RoleDescriptor(keyDescriptors: [
                    KeyDescriptor(use: .signing, certificate: key.certificate),
                    KeyDescriptor(use: .encryption, certificate: key.certificate),
                ]),
                authnRequestsSigned: true,
                wantAssertionsSigned: true,
                assertionConsumerServices: [
                    Endpoint(
                        binding: .httpPOST,
                        location: login + "/authui/saml/SAMLAssertionConsumer",
                        index: 0,
                        isDefault: true
                    )
                ]
            )
        )
    }

    /// A signed request as the real one sends it (huawei-cloud.md 3.3), with escapes in lower case.
    /// - Returns: the address that the browser is sent to, and the request's ID.
    func request(relayState: String, randomness: Randomness, at now: Instant) throws -> (url: String, id: String) {
        guard let endpoint = identityProvider.idpSSODescriptor?.singleSignOnServices.first else {
            throw BrowserError("the metadata names no SingleSignOnService")
        }
        let request = AuthnRequest(
            id: MessageID.fresh(from: randomness),
            issueInstant: now,
            issuer: entityID,
            destination: endpoint.location,
            assertionConsumerServiceURL: assertionConsumerService,
            nameIDPolicy: NameIDPolicy(format: NameIDFormat.transient, spNameQualifier: entityID, allowCreate: true)
        )
        var writer = CanonicalWriter()
        request.write(to: &writer)
        let query = try HTTPRedirectBinding.query(
            writer.finish(),
            as: .request,
            relayState: relayState,
            signedBy: key,
            escapes: .lower
        )
        return (endpoint.location + "?" + query, request.id)
    }

    /// Judges a response to one request.
    public func judge(_ xml: [UInt8], answering requestID: String, at now: Instant) -> Result<
        ValidatedResponse, Refusal
    > {
        ResponseValidator(
            ResponseExpectations(
                identityProvider: identityProvider.entityID,
                keys: keys,
                serviceProvider: entityID,
                assertionConsumerService: assertionConsumerService,
                requestID: requestID
            )
        ).validate(xml, at: now)
    }
}
