import HTTPTypes
import IdentityProvider
import Onboarding
import SAML
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

@Suite("The whitelist stands between every customer and HUAWEI CLOUD")
struct WhitelistFlowTests {
    /// A service that follows a whitelist with one SP, one account and one destination on it: entries 1 to 3.
    private struct Stand {
        let bridge: Bridge
        let follower: WhitelistFollower

        init() async throws {
            let bridge = try await Bridge()
            self.bridge = bridge
            bridge.services.admission.replace(Admission(.jointDebug, WhitelistSnapshot()))
            follower = WhitelistFollower(
                bridge.whitelists,
                current: bridge.services.admission,
                logger: bridge.services.logger
            ) { try await bridge.stage.stage() }
            let subjects: [WhitelistSubject] = [
                .serviceProvider(try WhitelistedProvider(bridge.serviceProvider.entityID)),
                .account(try AccountPattern("account-1")),
                .destination(try DestinationPattern("https://console.huaweicloud.com/iam/")),
            ]
            try await make(.propose(subjects.map { WhitelistDraft($0) }))
            try await make(.move(.approve, [1, 2, 3]), by: "wang")
            try await make(.move(.activate, [1, 2, 3]))
        }

        func make(_ operation: WhitelistOperation, by name: String = "li") async throws {
            let change = WhitelistChange(
                operation,
                by: try WhitelistPerson(name, isProved: false),
                approvedBy: operation.needsApprover ? [try WhitelistPerson("wang", isProved: false)] : [],
                reason: "",
                at: bridge.clock.now
            )
            _ = try await bridge.whitelists.make(change, in: .jointDebug, dryRun: false)
            await follower.follow()
        }

        /// Signs on from HUAWEI CLOUD; `meanwhile` happens while the customer is on the portal's page.
        func signOn(_ meanwhile: () async throws -> Void = {}) async throws -> (AuthnRequest, Bridge.Reply) {
            let request = bridge.request()
            let (waiting, cookies) = try await SignOnFlowTests.wait(bridge, request)
            try await meanwhile()
            let token = PortalToken(now: bridge.clock.now, ["request": waiting])
            let resumed = try await bridge.hand(token, to: "/sso/resume")
            let path = try SignOnFlowTests.path(resumed)
            return (request, try await bridge.send(.get, path, cookies: cookies, json: false))
        }

        /// The status codes of a Response without an assertion.
        func denied(_ reply: Bridge.Reply) throws -> [String?] {
            let root = try XMLDocument(parsing: SignOnFlowTests.xml(reply), limits: .message).root
            #expect(!root.children.contains { $0.localName == "Assertion" })
            let status = try #require(root.children.first { $0.localName == "Status" })
            let top = try #require(status.children.first)
            return [top.attribute("Value"), top.children.first?.attribute("Value")]
        }
    }

    @Test("Who is suspended on the login page gets no assertion, the ledger says why, and resumed they do")
    func suspendedInBetween() async throws {
        let stand = try await Stand()
        let (request, reply) = try await stand.signOn()
        _ = try SignOnFlowTests.validate(reply, stand.bridge, request)
        let (_, refused) = try await stand.signOn { try await stand.make(.move(.suspend, [2])) }
        #expect(try stand.denied(refused).last == "urn:oasis:names:tc:SAML:2.0:status:RequestDenied")
        let entries = try await stand.bridge.ledger.entries(since: stand.bridge.clock.now, limit: 10)
        #expect(entries.map(\.decision) == ["asserted", "whitelist.account"])
        try await stand.make(.move(.resume, [2]))
        let (again, taken) = try await stand.signOn()
        _ = try SignOnFlowTests.validate(taken, stand.bridge, again)
    }

    @Test("A session that began before does not outlive its entry", arguments: [Int64(1), 2])
    func session(entry: Int64) async throws {
        let stand = try await Stand()
        let started = try await stand.bridge.hand(PortalToken(now: stand.bridge.clock.now), to: "/sso/start")
        try await stand.make(.move(.suspend, [entry]))
        let message = try stand.bridge.serviceProvider.redirect(stand.bridge.request())
        let reply = try await stand.bridge.send(message, cookies: started.cookies, json: false)
        #expect(try stand.denied(reply).last == "urn:oasis:names:tc:SAML:2.0:status:RequestDenied")
    }

    @Test("A hand-off leads nowhere for an account or to a page that is not listed")
    func handOff() async throws {
        let stand = try await Stand()
        for (claims, code) in [
            ([:], nil), (["x_account_id": "account-2"], "whitelist.account"),
            (["service": "https://console.huaweicloud.com/ecs/"], "whitelist.destination"),
            (["service": "https://console.huaweicloud.com/iam/%2e%2e/ecs/"], "whitelist.destination"),
        ] as [([String: Any], String?)] {
            let token = PortalToken(now: stand.bridge.clock.now, claims)
            let reply = try await stand.bridge.hand(token, to: "/sso/start")
            #expect(reply.code == code)
            #expect(reply.cookies.isEmpty == (code != nil))
        }
    }

    @Test("The page tells the customer whom to ask, and the program what the operator can do")
    func advice() async throws {
        let stand = try await Stand()
        func refused(json: Bool) async throws -> Bridge.Reply {
            let token = PortalToken(now: stand.bridge.clock.now, ["x_account_id": "account-2"])
            return try await stand.bridge.hand(token, to: "/sso/start", json: json)
        }
        let page = try await refused(json: false).text
        #expect(page.contains("support of the portal") && page.contains("请联系门户客服"))
        #expect(!page.contains("drawbridge whitelist"))
        #expect(try await refused(json: true).text.contains("drawbridge whitelist check"))
    }

    @Test("An SP that is imported and not listed gets an error before anybody signs in")
    func unlisted() async throws {
        let stand = try await Stand()
        try await stand.make(.move(.retire, [1]))
        let reply = try await stand.bridge.send(
            stand.bridge.serviceProvider.redirect(stand.bridge.request()),
            json: false
        )
        #expect(try stand.denied(reply).last == "urn:oasis:names:tc:SAML:2.0:status:RequestDenied")
        let entries = try await stand.bridge.ledger.entries(since: stand.bridge.clock.now, limit: 10)
        #expect(entries.map(\.decision) == ["whitelist.service-provider"])
    }

    @Test("A stage that changes brings its own whitelist, and that of live begins empty")
    func stage() async throws {
        let stand = try await Stand()
        try await stand.bridge.stage.change(to: .live, at: stand.bridge.clock.now, by: "test", reason: "test")
        await stand.follower.follow()
        let token = PortalToken(now: stand.bridge.clock.now)
        #expect(try await stand.bridge.hand(token, to: "/sso/start").code == "whitelist.account")
    }
}
