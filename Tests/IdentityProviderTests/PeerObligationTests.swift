import IdentityProvider
import Onboarding
import SAML
import TestSupport
import Testing
import XMLSecurity

/// What Keycloak, Shibboleth or SimpleSAMLphp fail in the SAMLscope comparison of 2026-09 (obligations of FedInterop 1.1).
@Suite("Obligations that other identity providers fail")
struct PeerObligationTests {
    private static func answer(
        _ change: (AuthnRequest) -> AuthnRequest,
        to fixture: Fixture,
        session: Session? = Fixture.session()
    ) throws -> SignedResponse {
        let request = change(fixture.request())
        let accepted = try fixture.identityProvider.receive(fixture.serviceProvider.redirect(request), at: Fixture.now)
            .get()
        let decision = fixture.identityProvider.decide(
            accepted,
            session: session,
            admission: .open(to: [fixture.serviceProvider.entityID]),
            at: Fixture.now
        )
        guard case .answer(let answer) = decision else { throw NoAnswer() }
        return try fixture.identityProvider.respond(answer, at: Fixture.now)
    }

    private struct NoAnswer: Error {}

    private static func status(_ response: SignedResponse) throws -> [String] {
        let root = try XMLDocument(parsing: response.xml, limits: .message).root
        let status = try #require(root.children.first { $0.localName == "Status" })
        #expect(!root.children.contains { $0.localName == "Assertion" }, "an error carries no assertion")
        var codes: [String] = []
        var code = status.children.first { $0.localName == "StatusCode" }
        while let current = code {
            codes.append(String((current.attribute("Value") ?? "").split(separator: ":").last ?? ""))
            code = current.children.first
        }
        return codes
    }

    private static func with(
        _ request: AuthnRequest,
        policy: NameIDPolicy? = nil,
        context: RequestedAuthnContext? = nil,
        subject: NameID? = nil,
        forceAuthn: Bool = false,
        isPassive: Bool = false,
        url: String? = nil,
        index: Int? = nil
    ) -> AuthnRequest {
        AuthnRequest(
            id: request.id,
            issueInstant: request.issueInstant,
            issuer: request.issuer,
            destination: request.destination,
            assertionConsumerServiceURL: url,
            assertionConsumerServiceIndex: index,
            protocolBinding: index == nil ? request.protocolBinding : nil,
            forceAuthn: forceAuthn,
            isPassive: isPassive,
            nameIDPolicy: policy ?? request.nameIDPolicy,
            requestedAuthnContext: context,
            subject: subject
        )
    }

    @Test("IIP-SSO07-b: a Subject that is somebody else is answered UnknownPrincipal, never with another subject")
    func subject() throws {
        let response = try Self.answer(
            { Self.with($0, subject: NameID(value: "admin", format: NameIDFormat.persistent)) },
            to: Fixture()
        )
        #expect(try Self.status(response) == ["Requester", "UnknownPrincipal"])
    }

    @Test("IIP-SSO01-ag: a wrong Destination is refused")
    func destination() throws {
        let fixture = try Fixture()
        for wrong in [
            Fixture.address + "/", "https://idp.partner.example/saml", "HTTPS://idp.partner.example/saml/sso",
        ] {
            let request = fixture.serviceProvider.request(to: wrong, at: Fixture.now)
            let result = try fixture.identityProvider.receive(
                fixture.serviceProvider.redirect(request),
                at: Fixture.now
            )
            guard case .failure(let refusal) = result else {
                Issue.record("\(wrong) was accepted")
                continue
            }
            #expect(refusal.code == .destinationMismatch)
        }
    }

    @Test("IIP-SSO05-b2: a transient NameID is fresh, an NCName, of 160 random bits")
    func transient() throws {
        let fixture = try Fixture()
        var seen: Set<String> = []
        for _ in 0..<50 {
            let text = String(decoding: try Self.answer({ $0 }, to: fixture).xml, as: UTF8.self)
            let name = try #require(text.firstMatch(of: /<saml:NameID[^>]*>(_[0-9a-f]{40})<\/saml:NameID>/)?.1)
            #expect(seen.insert(String(name)).inserted)
        }
    }

    @Test(
        "IIP-SSO05-a, IDP10-d, IDP08-a: a format that is not issued is answered InvalidNameIDPolicy, never with another",
        arguments: [
            NameIDFormat.persistent, NameIDFormat.emailAddress, NameIDFormat.encrypted, NameIDFormat.entity,
            "urn:unknown",
        ]
    )
    func format(format: String) throws {
        let response = try Self.answer({ Self.with($0, policy: NameIDPolicy(format: format)) }, to: Fixture())
        #expect(try Self.status(response) == ["Requester", "InvalidNameIDPolicy"])
    }

    @Test("IIP-IDP10-b: an unknown SPNameQualifier is answered InvalidNameIDPolicy")
    func qualifier() throws {
        let policy = NameIDPolicy(format: nil, spNameQualifier: "https://affiliation.example")
        let response = try Self.answer({ Self.with($0, policy: policy) }, to: Fixture())
        #expect(try Self.status(response) == ["Requester", "InvalidNameIDPolicy"])
    }

    private static let contexts = ["Password", "PasswordProtectedTransport", "X509"].map {
        "urn:oasis:names:tc:SAML:2.0:ac:classes:" + $0
    }

    @Test(
        "IIP-IDP05-a: a context that the sign-in does not meet is answered NoAuthnContext, by every comparison",
        arguments: [
            (RequestedAuthnContext.Comparison.exact, 0, false), (.exact, 1, true), (.exact, 2, false),
            (.minimum, 0, true), (.minimum, 1, true), (.minimum, 2, false), (.maximum, 0, false), (.maximum, 1, true),
            (.maximum, 2, true), (.better, 0, true), (.better, 1, false), (.better, 2, false),
        ]
    )
    func context(comparison: RequestedAuthnContext.Comparison, context: Int, isMet: Bool) throws {
        let requested = RequestedAuthnContext(comparison: comparison, classRefs: [Self.contexts[context]])
        let response = try Self.answer({ Self.with($0, context: requested) }, to: Fixture())
        if isMet {
            #expect(String(decoding: response.xml, as: UTF8.self).contains("status:Success"))
        } else {
            #expect(try Self.status(response) == ["Responder", "NoAuthnContext"])
        }
    }

    @Test("A context that is known to nobody is not met by any comparison")
    func unknownContext() throws {
        for comparison in [RequestedAuthnContext.Comparison.exact, .minimum, .maximum, .better] {
            let requested = RequestedAuthnContext(comparison: comparison, classRefs: ["urn:unknown"])
            let response = try Self.answer({ Self.with($0, context: requested) }, to: Fixture())
            #expect(try Self.status(response) == ["Responder", "NoAuthnContext"])
        }
    }

    @Test("IIP-IDP12-c: the answer goes to the ACS of the index or the address in metadata, and nowhere else")
    func assertionConsumerService() throws {
        let fixture = try Fixture()
        let acs = fixture.serviceProvider.assertionConsumerService
        for change in [
            { Self.with($0, index: 0) }, { Self.with($0) }, { Self.with($0, url: acs) },
        ] as [(AuthnRequest) -> AuthnRequest] {
            #expect(try Self.answer(change, to: fixture).assertionConsumerService == acs)
        }
        for change in [
            { Self.with($0, index: 1) }, { Self.with($0, url: acs + "/") },
            { Self.with($0, url: "https://evil.example") },
        ] as [(AuthnRequest) -> AuthnRequest] {
            #expect(throws: Refusal.self) { try Self.answer(change, to: fixture) }
        }
    }

    @Test("IsPassive with ForceAuthn: passive wins, answered NoPassive")
    func passive() throws {
        let older = Fixture.session(at: Fixture.now.adding(seconds: -60))
        let change = { Self.with($0, forceAuthn: true, isPassive: true) }
        let response = try Self.answer(change, to: Fixture(), session: older)
        #expect(try Self.status(response) == ["Responder", "NoPassive"])
        let nobody = try Self.answer({ Self.with($0, isPassive: true) }, to: Fixture(), session: nil)
        #expect(try Self.status(nobody) == ["Responder", "NoPassive"])
    }

    @Test("IIP-SSO07: Extensions, Conditions and Scoping that mean nothing here do not stop a request")
    func ignored() throws {
        let fixture = try Fixture()
        var writer = CanonicalWriter()
        fixture.request().write(to: &writer)
        let text = String(decoding: try writer.finish(), as: UTF8.self)
            .replacing(
                "</saml:Issuer>",
                with: "</saml:Issuer><samlp:Extensions><e:x xmlns:e=\"urn:e\"/></samlp:Extensions>"
            )
            .replacing(
                "</samlp:AuthnRequest>",
                with:
                    "<saml:Conditions xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"/><samlp:Scoping ProxyCount=\"0\"/></samlp:AuthnRequest>"
            )
        let query = try HTTPRedirectBinding.query(
            Array(text.utf8),
            as: .request,
            relayState: nil,
            signedBy: fixture.serviceProvider.key
        )
        let message = InboundMessage.redirect(query: Array(query.utf8))
        #expect((try? fixture.identityProvider.receive(message, at: Fixture.now).get()) != nil)
    }

    @Test("A Subject with a confirmation is refused before anything else (saml-profiles 4.1.4.1)")
    func confirmation() throws {
        let fixture = try Fixture()
        let subject = NameID(value: "n", format: nil)
        var writer = CanonicalWriter()
        Self.with(fixture.request(), subject: subject).write(to: &writer)
        let text = String(decoding: try writer.finish(), as: UTF8.self).replacing(
            "</saml:Subject>",
            with: "<saml:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"/></saml:Subject>"
        )
        let query = try HTTPRedirectBinding.query(
            Array(text.utf8),
            as: .request,
            relayState: nil,
            signedBy: fixture.serviceProvider.key
        )
        let result = fixture.identityProvider.receive(.redirect(query: Array(query.utf8)), at: Fixture.now)
        guard case .failure(let refusal) = result else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.code == .subjectUnsupported)
    }
}
