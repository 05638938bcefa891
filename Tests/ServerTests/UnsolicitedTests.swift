import HTTPTypes
import IdentityProvider
import Onboarding
import SAML
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

@Suite("A portal sends a customer to another SP, without a request of that SP")
struct UnsolicitedTests {
    private static let wiki = "https://wiki.example/"

    private static func bridge(_ change: (inout ServiceProviderSettings) -> Void = { $0.isIdPInitiated = true })
        async throws -> (Bridge, FakeServiceProvider)
    {
        var own = ServiceProviderSettings.plain
        change(&own)
        let wiki = try FakeServiceProvider(entityID: wiki, assertionConsumerService: "https://wiki.example/acs")
        return (try await Bridge(others: [wiki], othersAnswered: own), wiki)
    }

    private static func token(_ bridge: Bridge, _ more: [String: Any] = [:]) -> PortalToken {
        PortalToken(now: bridge.clock.now, ["sp": wiki].merging(more) { $1 })
    }

    private static func response(in page: Bridge.Reply) throws -> [UInt8] {
        let behind = try #require(page.text.split(separator: "name=\"SAMLResponse\" value=\"").last)
        return try #require(Base64.decode(behind.prefix { $0 != "\"" }.utf8))
    }

    @Test("The answer goes to the SP's default address with the portal's RelayState, and holds for who expects none")
    func crosses() async throws {
        let (bridge, wiki) = try await Self.bridge()
        let page = try await bridge.hand(
            Self.token(bridge, ["relay_state": "a\"b"]),
            to: "/sso/start",
            json: false
        )
        #expect(page.text.contains("action=\"https://wiki.example/acs\""))
        #expect(page.text.contains("name=\"RelayState\" value=\"a&quot;b\""))
        let identityProvider = bridge.services.identityProvider
        func validator(_ request: ExpectedRequest) -> ResponseValidator {
            ResponseValidator(
                ResponseExpectations(
                    identityProvider: identityProvider.settings.entityID,
                    keys: [VerificationKey(identityProvider.signingKey.certificate)],
                    serviceProvider: wiki.entityID,
                    assertionConsumerService: "https://wiki.example/acs",
                    request: request
                )
            )
        }
        let xml = try Self.response(in: page)
        let taken = try validator(.none).validate(xml, at: bridge.clock.now).get()
        #expect(taken.assertion.attributes.first?.values == ["user-1"])
        #expect(!String(decoding: xml, as: UTF8.self).contains("InResponseTo"))
        #expect(throws: Refusal.self) {
            try validator(.id("_somebody_elses")).validate(xml, at: bridge.clock.now).get()
        }
        // The session is there for the SP's own requests, and the ledger knows of an answer to nobody.
        let later = wiki.request(to: Bridge.address, at: bridge.clock.now)
        let answered = try await bridge.send(wiki.redirect(later), cookies: page.cookies, json: false)
        #expect(answered.text.contains("SAMLResponse"))
        let kept = try await bridge.archive.records(AuditQuery()).compactMap { record -> LedgerEntry? in
            guard case .issuance(let entry) = record.content else { return nil }
            return entry
        }
        #expect(Set(kept.map(\.requestID)) == [nil, later.id])
    }

    @Test("An SP that is not set to it, HUAWEI CLOUD, and an unknown one are never entered so")
    func onlyWhereSwitchedOn() async throws {
        let (off, _) = try await Self.bridge { _ in }
        #expect(try await off.hand(Self.token(off), to: "/sso/start").code == "session.only-on-request")
        let (bridge, _) = try await Self.bridge()
        for (sp, code) in [
            (bridge.serviceProvider.entityID, "session.only-on-request"), ("https://nobody.example/", "issuer.unknown"),
        ] {
            #expect(try await bridge.hand(Self.token(bridge, ["sp": sp]), to: "/sso/start").code == code)
        }
    }

    @Test(
        "A token says one thing: no sp beside service, none outside /sso/start, no relay_state alone or without end",
        arguments: [
            ("/sso/start", ["service": "https://console.huaweicloud.com/console/"], "token.claim-invalid"),
            ("/sso/start", ["sp": "", "relay_state": String(repeating: "x", count: 2049)], "limit.relay-state"),
            ("/sso/resume", ["request": "x"], "token.claim-invalid"), ("/sso/end", [:], "token.claim-invalid"),
        ] as [(String, [String: String], String)]
    )
    func oneReading(path: String, more: [String: String], code: String) async throws {
        let (bridge, _) = try await Self.bridge()
        #expect(try await bridge.hand(Self.token(bridge, more), to: path).code == code)
        let alone = PortalToken(now: bridge.clock.now, ["relay_state": "x"])
        #expect(try await bridge.hand(alone, to: "/sso/start").code == "token.claim-invalid")
    }

    @Test("An account that is suspended between the hand-off and the browser's coming gets nothing")
    func suspendedBetween() async throws {
        let (bridge, _) = try await Self.bridge()
        let body = "token=" + (try Self.token(bridge).signed(by: bridge.portalKey))
        let reply = try await bridge.send(.post, "/sso/start", body: Array(body.utf8))
        let location = try #require(reply.headers[.location])
        bridge.services.admission.replace(.open(to: [bridge.serviceProvider.entityID]))
        let refused = try await bridge.send(.get, String(location.dropFirst(Bridge.base.count)))
        #expect(refused.code?.hasPrefix("whitelist.") == true)
        #expect(refused.cookies.isEmpty)
    }

    @Test("A second account in this browser is asked for first, here too")
    func choice() async throws {
        let (bridge, _) = try await Self.bridge()
        let first = try await bridge.hand(PortalToken(now: bridge.clock.now), to: "/sso/start")
        let page = try await bridge.hand(
            Self.token(bridge, ["sub": "user-2", "x_account_id": "account-2"]),
            to: "/sso/start",
            cookies: first.cookies,
            json: false
        )
        let id = try #require(page.text.split(separator: "name=\"choice\" value=\"").last).prefix { $0 != "\"" }
        let body = Array("choice=\(id)&later=1".utf8)
        let landed = try await bridge.send(.post, "/sso/choose", body: body, cookies: first.cookies, json: false)
        #expect(String(decoding: try Self.response(in: landed), as: UTF8.self).contains("user-2"))
    }
}
