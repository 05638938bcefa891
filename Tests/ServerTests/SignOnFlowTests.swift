import Foundation
import HTTPTypes
import IdentityProvider
import SAML
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

@Suite("Whole ways through the service")
struct SignOnFlowTests {
    @Test("From the portal: the session answers HUAWEI CLOUD at once, until it is over")
    func portalFirst() async throws {
        let bridge = try await Bridge()
        let started = try await bridge.hand(PortalToken(now: bridge.clock.now), to: "/sso/start")
        let request = bridge.request()
        let reply = try await bridge.send(
            bridge.serviceProvider.redirect(request, relayState: "\"><script>"),
            cookies: started.cookies,
            json: false
        )
        #expect(
            try Self.validate(reply, bridge, request).assertion.attributes.map(\.name) == [
                "xUserId", "xAccountId", "bpId",
            ]
        )
        #expect(reply.text.contains("&quot;&gt;&lt;script&gt;"))
        let script = Base64.encode(Digest.sha256(Array(PostForm.script.utf8)))
        #expect(reply.headers[.contentSecurityPolicy]?.contains("'sha256-\(script)'") == true)
        #expect(reply.headers[.contentSecurityPolicy]?.contains("form-action") == false)
        #expect(reply.text.contains("<noscript>"))

        bridge.clock.advance(301)
        let later = try await bridge.send(
            bridge.serviceProvider.redirect(bridge.request()),
            cookies: started.cookies
        )
        #expect(later.headers[.location]?.hasPrefix("https://mall.example/sign-in?request=") == true)
    }

    @Test("From HUAWEI CLOUD: the request waits for the portal, in one browser, once")
    func requestFirst() async throws {
        let bridge = try await Bridge()
        let request = bridge.request()
        let (waiting, cookies) = try await Self.wait(bridge, request)
        let resumed = try await bridge.hand(
            PortalToken(now: bridge.clock.now, ["request": waiting]),
            to: "/sso/resume"
        )
        #expect(resumed.status == 303, "\(resumed.text)")
        let path = try Self.path(resumed)
        let reply = try await bridge.send(.get, path, cookies: cookies, json: false)
        _ = try Self.validate(reply, bridge, request)
        #expect(try await bridge.send(.get, path, cookies: cookies).code == "session.request-unknown")
        let again = PortalToken(now: bridge.clock.now, ["request": waiting])
        #expect(try await bridge.hand(again, to: "/sso/resume").code == "token.request")
    }

    @Test("Another browser, no cookie, and ten minutes later get nothing")
    func otherBrowser() async throws {
        let bridge = try await Bridge()
        for cookies in [[], ["__Host-drawbridge-browser=" + String(repeating: "A", count: 43)]] {
            let (waiting, _) = try await Self.wait(bridge, bridge.request())
            let resumed = try await bridge.hand(
                PortalToken(now: bridge.clock.now, ["request": waiting]),
                to: "/sso/resume"
            )
            let reply = try await bridge.send(.get, Self.path(resumed), cookies: cookies)
            #expect(reply.code == "session.other-browser")
        }
        let (waiting, _) = try await Self.wait(bridge, bridge.request())
        bridge.clock.advance(600)
        let late = PortalToken(now: bridge.clock.now, ["request": waiting])
        #expect(try await bridge.hand(late, to: "/sso/resume").code == "token.request")
        #expect(
            try await bridge.hand(PortalToken(now: bridge.clock.now), to: "/sso/resume").code == "token.claim-missing"
        )
    }

    @Test(
        "What cannot be met is answered by a signed error with the right pair of codes, and no assertion",
        arguments: ["passive", "persistent", "qualifier", "context", "subject", "force"]
    )
    func errors(kind: String) async throws {
        let bridge = try await Bridge()
        let started = try await bridge.hand(
            PortalToken(now: bridge.clock.now, ["auth_time": bridge.clock.now.milliseconds / 1000 - 3600]),
            to: "/sso/start"
        )
        bridge.clock.advance(1)
        let (request, expected) = Self.unmet(kind, bridge)
        let cookies = kind == "passive" ? [] : started.cookies
        let reply = try await bridge.send(bridge.serviceProvider.redirect(request), cookies: cookies, json: false)
        let xml = String(decoding: try Self.xml(reply), as: UTF8.self)
        #expect(reply.status == 200)
        for code in expected { #expect(xml.contains("\"urn:oasis:names:tc:SAML:2.0:status:\(code)\""), "\(xml)") }
        #expect(!xml.contains("Assertion "))
        let certificate = bridge.services.identityProvider.signingKey.certificate
        let document = try XMLDocument(parsing: Self.xml(reply), limits: .message)
        _ = try SignatureVerifier.verify(
            document.root,
            keys: [VerificationKey(certificate.publicKey)],
            policy: .strict
        )
        #expect(try await bridge.ledger.entries(since: Instant(seconds: 0), limit: 9).map(\.assertionID) == [nil])
    }

    private static func unmet(_ kind: String, _ bridge: Bridge) -> (AuthnRequest, [String]) {
        let policy =
            switch kind {
            case "persistent": NameIDPolicy(format: NameIDFormat.persistent)
            case "qualifier": NameIDPolicy(format: nil, spNameQualifier: "https://other.example")
            default: NameIDPolicy(format: NameIDFormat.transient)
            }
        let request = AuthnRequest(
            id: MessageID.fresh(from: .openSSL),
            issueInstant: bridge.clock.now,
            issuer: bridge.serviceProvider.entityID,
            destination: Bridge.address,
            assertionConsumerServiceIndex: nil,
            forceAuthn: kind == "force",
            isPassive: kind == "passive" || kind == "force",
            nameIDPolicy: policy,
            requestedAuthnContext: kind == "context"
                ? RequestedAuthnContext(classRefs: ["urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI"]) : nil,
            subject: kind == "subject" ? NameID(value: "x", format: NameIDFormat.persistent) : nil
        )
        let expected =
            switch kind {
            case "persistent", "qualifier": ["Requester", "InvalidNameIDPolicy"]
            case "context": ["Responder", "NoAuthnContext"]
            case "subject": ["Requester", "UnknownPrincipal"]
            default: ["Responder", "NoPassive"]
            }
        return (request, expected)
    }

    static func wait(_ bridge: Bridge, _ request: AuthnRequest) async throws -> (String, [String]) {
        let reply = try await bridge.send(bridge.serviceProvider.redirect(request))
        let location = try #require(reply.headers[.location])
        let query = try #require(location.split(separator: "?").last).split(separator: "&")
        #expect(query.last == "return=https%3A%2F%2Fidp.partner.example%2Fsso%2Fresume")
        return (String(try #require(query.first).dropFirst("request=".count)), reply.cookies)
    }

    private static func path(_ reply: Bridge.Reply) throws -> String {
        String(try #require(reply.headers[.location]).dropFirst(Bridge.base.count))
    }

    private static func xml(_ reply: Bridge.Reply) throws -> [UInt8] {
        let behind = try #require(reply.text.split(separator: "name=\"SAMLResponse\" value=\"").last)
        return try #require(Base64.decode(behind.prefix { $0 != "\"" }.utf8))
    }

    private static func validate(
        _ reply: Bridge.Reply,
        _ bridge: Bridge,
        _ request: AuthnRequest
    ) throws -> ValidatedResponse {
        let identityProvider = bridge.services.identityProvider
        let expectations = bridge.serviceProvider.expectations(
            identityProvider.settings.entityID,
            identityProvider.signingKey.certificate,
            requestID: request.id
        )
        return try ResponseValidator(expectations).validate(xml(reply), at: bridge.clock.now).get()
    }
}
