import SAML
import XMLSecurity

/// An AuthnRequest whose parts an attack may choose before it is signed.
struct HonestRequest {
    var instant: Instant
    var id = "_request-at-the-identity-provider"
    var issuer: String
    var destination: String?
    var service: String?
    var index: Int?

    private var request: AuthnRequest {
        AuthnRequest(
            id: id,
            issueInstant: instant,
            issuer: issuer,
            destination: destination,
            assertionConsumerServiceURL: service,
            assertionConsumerServiceIndex: index,
            protocolBinding: index == nil ? Binding.httpPOST.rawValue : nil
        )
    }

    func unsigned() throws -> [UInt8] {
        var writer = CanonicalWriter()
        request.write(to: &writer)
        return try writer.finish()
    }

    func signed(by key: SigningKey) throws -> [UInt8] {
        var writer = CanonicalWriter()
        try request.write(to: &writer, signedBy: key)
        return try writer.finish()
    }
}

extension AttackMaterial {
    /// A request that holds in every part, with the changes given.
    func request(_ change: (inout HonestRequest) -> Void = { _ in }) -> HonestRequest {
        var request = HonestRequest(
            instant: instant,
            issuer: serviceProvider,
            destination: singleSignOnURL,
            service: assertionConsumerService
        )
        change(&request)
        return request
    }

    func request(at seconds: Int64) -> HonestRequest {
        request { $0.instant = instant.adding(seconds: seconds) }
    }

    /// The request that the attacker would like to be answered.
    var forgedRequest: HonestRequest {
        request { $0.service = Self.forgedService }
    }

    /// The request's query, signed, with escapes in lower case as HUAWEI CLOUD writes them.
    func query(_ change: (inout HonestRequest) -> Void = { _ in }, relayState: String? = relayState) throws -> String {
        try query(request(change).unsigned(), relayState: relayState, signedBy: signer)
    }

    func query(_ xml: [UInt8], relayState: String? = relayState, signedBy key: SigningKey?) throws -> String {
        try HTTPRedirectBinding.query(xml, as: .request, relayState: relayState, signedBy: key, escapes: .lower)
    }

    /// The value of SAMLRequest that carries the attacker's request.
    func forgedValue() throws -> String {
        PercentEncoding.encode(Base64.encode(Deflate.deflate(try forgedRequest.unsigned())), .lower)
    }

    func form(_ xml: [UInt8]) -> [UInt8] {
        Array(("SAMLRequest=" + PercentEncoding.encode(Base64.encode(xml))).utf8)
    }
}
