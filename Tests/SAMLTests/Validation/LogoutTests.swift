import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("Logout messages")
struct LogoutTests {
    private static let now = ResponseCase.now
    private static let ours = "https://idp.example/saml/slo"
    private static let peer = "https://sp.example/"

    private static func key(_ privateKey: PrivateKey = TestPKI.rsa2048) throws -> SigningKey {
        try SigningKey(privateKey: privateKey, certificate: TestPKI.certificate(for: privateKey))
    }

    private static func sample(
        issuer: String = peer,
        destination: String = ours,
        end: Int64 = 60,
        issued: Int64 = 0
    ) -> LogoutRequest {
        LogoutRequest(
            id: "_logout",
            issueInstant: now.adding(seconds: issued),
            issuer: issuer,
            destination: destination,
            notOnOrAfter: now.adding(seconds: end),
            reason: "urn:oasis:names:tc:SAML:2.0:logout:user",
            nameID: NameID(value: "_name", format: NameIDFormat.transient, spNameQualifier: peer),
            sessionIndexes: ["_session", "_other"]
        )
    }

    private static func message(_ request: LogoutRequest, by binding: Binding, _ key: SigningKey?) throws
        -> InboundMessage
    {
        var writer = CanonicalWriter()
        switch binding {
        case .httpPOST:
            try request.write(to: &writer, signedBy: key)
            let field = PercentEncoding.encode(Base64.encode(try writer.finish()))
            return .post(body: Array("SAMLRequest=\(field)".utf8))
        case .httpRedirect:
            try request.write(to: &writer, signedBy: nil)
            let query = try HTTPRedirectBinding.query(
                writer.finish(),
                as: .request,
                relayState: nil,
                signedBy: key
            )
            return .redirect(query: Array(query.utf8))
        }
    }

    private static func validator(isAuthority: Bool = false) -> LogoutValidator {
        LogoutValidator(
            LogoutExpectations(
                peer: peer,
                keys: [VerificationKey(TestPKI.rsa2048.publicKey)],
                ourAddress: ours,
                peerIsSessionAuthority: isAuthority
            )
        )
    }

    @Test("A signed request is read as it was written, by both bindings", arguments: Binding.allCases)
    func request(binding: Binding) throws {
        let message = try Self.message(Self.sample(), by: binding, Self.key())
        #expect(try Self.validator(isAuthority: true).validate(request: message, at: Self.now).get() == Self.sample())
    }

    @Test("An unsigned LogoutRequest is refused by both bindings (IIP-IDP17-m)", arguments: Binding.allCases)
    func unsigned(binding: Binding) throws {
        let message = try Self.message(Self.sample(), by: binding, nil)
        #expect(refusal(Self.validator().validate(request: message, at: Self.now)) == .signatureMissing)
    }

    @Test(
        "A request by another key, issuer, address or time is refused",
        arguments: [
            (sample(), TestPKI.rsa2048Other, RefusalCode.signatureMismatch),
            (sample(issuer: "https://other"), TestPKI.rsa2048, .issuerMismatch),
            (sample(destination: ours + "/"), TestPKI.rsa2048, .destinationMismatch),
            (sample(end: -180), TestPKI.rsa2048, .timeExpired),
            (sample(issued: 181), TestPKI.rsa2048, .timeFuture),
            (sample(issued: -480), TestPKI.rsa2048, .timeStale),
        ]
    )
    func refused(request: LogoutRequest, by signer: PrivateKey, code: RefusalCode) throws {
        for binding in Binding.allCases {
            let message = try Self.message(request, by: binding, Self.key(signer))
            #expect(refusal(Self.validator().validate(request: message, at: Self.now)) == code)
        }
    }

    @Test("A session authority's request without NotOnOrAfter is refused (saml-core 3.7.3.2, IIP-IDP17-t)")
    func endless() throws {
        let key = try Self.key()
        var writer = CanonicalWriter()
        try Self.sample().write(to: &writer, signedBy: nil)
        let text = String(decoding: try writer.finish(), as: UTF8.self)
        let endless = ResponseText.cut(text, from: " NotOnOrAfter=\"", through: "Z\"")
        let query = try HTTPRedirectBinding.query(Array(endless.utf8), as: .request, relayState: nil, signedBy: key)
        let message = InboundMessage.redirect(query: Array(query.utf8))
        #expect(refusal(Self.validator(isAuthority: true).validate(request: message, at: Self.now)) == .timeMissing)
        #expect(refusal(Self.validator().validate(request: message, at: Self.now)) == nil)
    }

    @Test("A response is read with its status, and only as the answer to our request")
    func response() throws {
        let response = LogoutResponse(
            id: "_answer",
            issueInstant: Self.now,
            issuer: Self.peer,
            destination: Self.ours,
            inResponseTo: "_logout",
            status: Status(.success, .partialLogout)
        )
        var writer = CanonicalWriter()
        try response.write(to: &writer, signedBy: Self.key())
        let field = PercentEncoding.encode(Base64.encode(try writer.finish()))
        let message = InboundMessage.post(body: Array("SAMLResponse=\(field)".utf8))
        let validator = Self.validator()
        #expect(try validator.validate(response: message, to: "_logout", at: Self.now).get() == response)
        #expect(refusal(validator.validate(response: message, to: "_other", at: Self.now)) == .responseToMismatch)
    }

    private func refusal<Value>(_ result: Result<Value, Refusal>) -> RefusalCode? {
        guard case .failure(let refusal) = result else { return nil }
        return refusal.code
    }
}
