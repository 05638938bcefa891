import IdentityProvider
import SAML
import TestSupport
import XMLSecurity

/// Every signed document that this program writes, with values that need every escape.
enum MessageShape: String, CaseIterable {
    case signedAssertion
    case signedResponse
    case bothSigned
    case refusal
    case authnRequest
    case identityProviderMetadata
    case serviceProviderMetadata

    static let key = Result { try SigningKey(privateKey: TestPKI.rsa2048, certificate: certificate.get()) }
    static let certificate = Result { try TestPKI.certificate(for: TestPKI.rsa2048, commonName: "idp") }

    private static let now = Instant(seconds: 1_795_000_000)
    private static let hard = "<&>\"' \t\r\n张伟 😀 ]]> \u{85}\u{2028}é e\u{301}"

    /// The names of the elements that are signed, as xmlsec1 wants them.
    var elements: [String] {
        let samlp = "urn:oasis:names:tc:SAML:2.0:protocol:"
        let assertion = "urn:oasis:names:tc:SAML:2.0:assertion:Assertion"
        return switch self {
        case .signedAssertion: [assertion]
        case .signedResponse, .refusal: [samlp + "Response"]
        case .bothSigned: [samlp + "Response", assertion]
        case .authnRequest: [samlp + "AuthnRequest"]
        case .identityProviderMetadata, .serviceProviderMetadata:
            ["urn:oasis:names:tc:SAML:2.0:metadata:EntityDescriptor"]
        }
    }

    /// The document in canonical form, without an XML declaration.
    func document() throws -> [UInt8] {
        let key = try Self.key.get()
        switch self {
        case .signedAssertion: return try Self.response(Self.assertion).document(signedBy: key, signing: .assertion)
        case .signedResponse: return try Self.response(Self.assertion).document(signedBy: key, signing: .response)
        case .bothSigned: return try Self.response(Self.assertion).document(signedBy: key, signing: .both)
        case .refusal: return try Self.response(nil).document(signedBy: key, signing: .assertion)
        case .authnRequest:
            var writer = CanonicalWriter()
            try FakeServiceProvider().request(to: "https://idp.example.com/sso!x?a=b&c", at: Self.now)
                .write(to: &writer, signedBy: key)
            return try writer.finish()
        case .identityProviderMetadata:
            let settings = Settings(
                entityID: "https://idp.example.com/",
                singleSignOnURL: "https://idp.example.com/sso",
                singleLogoutURL: "https://idp.example.com/slo"
            )
            let organization = Organization(
                name: Self.hard,
                displayName: "示例 & Co",
                url: "https://example.com",
                language: "zh"
            )
            return try Self.body(
                of: IdentityProviderMetadata.entity(
                    settings,
                    certificates: [Self.certificate.get()],
                    organization: organization
                )
            )
        case .serviceProviderMetadata: return try Self.body(of: FakeServiceProvider().metadata)
        }
    }

    private static func body(of entity: EntityDescriptor) throws -> [UInt8] {
        let document = try entity.document(signedBy: key.get(), id: "_metadata")
        return Array(document.drop { $0 != 0x0A }.dropFirst().dropLast())
    }

    private static func response(_ assertion: Assertion?) -> Response {
        Response(
            id: "_response",
            issueInstant: now,
            issuer: "https://idp.example.com/",
            destination: "https://sp.example/acs",
            inResponseTo: "_request",
            status: assertion == nil ? Status(.responder, .noPassive, message: hard) : .success,
            assertion: assertion
        )
    }

    private static var assertion: Assertion {
        Assertion(
            id: "_assertion",
            issueInstant: now,
            issuer: "https://idp.example.com/",
            subject: Subject(
                nameID: NameID(value: hard, format: NameIDFormat.transient, nameQualifier: hard, spNameQualifier: "sp"),
                confirmations: [
                    SubjectConfirmation(
                        recipient: "https://sp.example/acs",
                        notOnOrAfter: now.adding(seconds: 300),
                        inResponseTo: "_request"
                    )
                ]
            ),
            conditions: Conditions(
                notBefore: now,
                notOnOrAfter: now.adding(seconds: 300),
                audience: "https://sp.example/?a&b"
            ),
            authnStatement: AuthnStatement(
                authnInstant: now,
                sessionIndex: "_session",
                sessionNotOnOrAfter: now.adding(seconds: 600),
                authnContextClassRef: AuthnContextClass.passwordProtectedTransport
            ),
            attributes: (0..<50).map { number in
                Attribute(
                    name: "attribute-\(number) \(hard)",
                    nameFormat: Attribute.uriFormat,
                    friendlyName: hard,
                    values: number == 0 ? [] : Array(repeating: hard, count: number % 4 + 1)
                )
            }
        )
    }
}
