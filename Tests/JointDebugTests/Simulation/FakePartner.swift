import SAML
import TestSupport
import XMLSecurity

@testable import JointDebug

/// An identity provider that says what a test wants.
struct FakePartner: Sendable {
    static let entityID = "https://idp.partner.example/metadata"
    static let signOn = "http://127.0.0.1:1/sso"
    static let logout = "http://127.0.0.1:1/slo"

    let key: SigningKey

    init(_ privateKey: PrivateKey = TestPKI.rsa2048) throws {
        key = try SigningKey(privateKey: privateKey, certificate: TestPKI.certificate(for: privateKey))
    }

    func metadata(certificates: [Certificate]? = nil, hasLogout: Bool = true) throws -> [UInt8] {
        try EntityDescriptor(
            entityID: Self.entityID,
            idpSSODescriptor: IDPSSODescriptor(
                role: RoleDescriptor(
                    keyDescriptors: (certificates ?? [key.certificate]).map {
                        KeyDescriptor(use: .signing, certificate: $0)
                    },
                    singleLogoutServices: hasLogout ? [Endpoint(binding: .httpRedirect, location: Self.logout)] : []
                ),
                wantAuthnRequestsSigned: true,
                singleSignOnServices: [
                    Endpoint(binding: .httpRedirect, location: Self.signOn),
                    Endpoint(binding: .httpRedirect, location: "http://127.0.0.1:1/second"),
                ]
            )
        ).document()
    }

    /// A form that answers a request.
    func answer(
        _ request: AuthnRequest,
        _ relayState: String?,
        _ customer: [String: String] = FakePartner.customer,
        at now: Instant,
        audience: String? = nil
    ) throws -> [(String, String)] {
        let acs = request.assertionConsumerServiceURL ?? ""
        let end = now.adding(seconds: 300)
        let assertion = Assertion(
            id: "_a" + request.id,
            issueInstant: now,
            issuer: Self.entityID,
            subject: Subject(
                nameID: nameID(of: request),
                confirmations: [
                    SubjectConfirmation(recipient: acs, notOnOrAfter: end, inResponseTo: request.id)
                ]
            ),
            conditions: Conditions(notBefore: now, notOnOrAfter: end, audience: audience ?? request.issuer),
            authnStatement: AuthnStatement(
                authnInstant: now,
                sessionIndex: "_s" + request.id,
                sessionNotOnOrAfter: nil,
                authnContextClassRef: AuthnContextClass.passwordProtectedTransport
            ),
            attributes: customer.sorted { $0.key < $1.key }.map {
                Attribute(name: $0.key, nameFormat: Attribute.uriFormat, values: [$0.value])
            }
        )
        let xml = try Response(
            id: "_r" + request.id,
            issueInstant: now,
            issuer: Self.entityID,
            destination: acs,
            inResponseTo: request.id,
            status: .success,
            assertion: assertion
        ).document(signedBy: key, signing: .assertion)
        return [("SAMLResponse", Base64.encode(xml))] + (relayState.map { [("RelayState", $0)] } ?? [])
    }

    func nameID(of request: AuthnRequest) -> NameID {
        NameID(value: "_n" + request.id, format: NameIDFormat.transient, spNameQualifier: request.issuer)
    }

    static let customer = [
        "xUserId": "user-1", "xAccountId": "account-1", "bpId": "0123456789abcdef0123456789abcdef", "name": "zhangwei",
    ]
}
