import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("The simulated assertion consumer service and console")
struct SimulatedConsumerTests {
    private func crossing() async throws -> Crossing {
        let partner = try FakePartner()
        return Crossing(try await RunningSimulation(registers: partner), partner)
    }

    @Test("A bound customer lands on the page that was asked for, which shows who it is, once for each ticket")
    func console() async throws {
        var crossing = try await crossing()
        try await crossing.makeByAPI()
        let arrived = try await crossing.arrive()
        let console = try #require(arrived.redirect)
        #expect(console.hasPrefix(crossing.running.console + "/iam/?x=1&arrival=") && console.hasSuffix("#top"))
        let page = try await crossing.browser.open(console)
        #expect(page.status == 200)
        for (name, value) in FakePartner.customer { #expect(page.text.contains(name) && page.text.contains(value)) }
        #expect(try await crossing.browser.open(crossing.running.console + "/ecs/").text.contains("account-1"))
        var other = Browser(language: .zh)
        #expect(try await other.open(console).status == 403)

        let event = try #require(try await crossing.running.events("arrival").first)
        #expect((event["attributes"] as? [String: [String]])?["xAccountId"] == ["account-1"])
        #expect((event["facts"] as? [String: String])?["domain_name"] == "zhangwei")
        let ticket = try #require(event["arrival_id"] as? String)
        #expect(console.contains("arrival=" + ticket))
    }

    @Test("A response is taken once")
    func replay() async throws {
        var crossing = try await crossing()
        try await crossing.makeByAPI()
        let sent = try await crossing.running.signOn(browser: &crossing.browser)
        let form = try crossing.partner.answer(sent.request, sent.relayState, at: RunningSimulation.now)
        #expect(try await crossing.browser.submit(form, to: crossing.consumer, from: "").status == 302)
        let again = try await crossing.browser.submit(form, to: crossing.consumer, from: "")
        #expect(again.status == 403 && again.text.contains("replay.assertion"))
    }

    @Test("A refusal shows code, place, expected and found, and what the linter says of the same message")
    func refusal() async throws {
        var crossing = try await crossing()
        let sent = try await crossing.running.signOn(browser: &crossing.browser)
        let wrong = try crossing.partner.answer(
            sent.request,
            sent.relayState,
            at: RunningSimulation.now,
            audience: "https://elsewhere.example/"
        )
        let page = try await crossing.browser.submit(wrong, to: crossing.consumer, from: "")
        #expect(page.status == 403)
        let code = RefusalCode.audienceMismatch
        for text in [code.id, code.message.en, code.message.zh, code.hint.zh, "https://elsewhere.example/"] {
            #expect(page.text.contains(SimulationPage.escape(text)), "\(text) in \(page.text)")
        }
        #expect(page.text.contains("huawei.message."))
        let event = try #require(try await crossing.running.events("response-refused").first)
        #expect(event["request_id"] as? String == sent.request.id)
        #expect((event["findings"] as? [[String: Any]])?.isEmpty == false)
        let refusal = (event["refusals"] as? [[String: Any]])?.first
        #expect(refusal?["code"] as? String == code.id)
        #expect(refusal?["found"] as? String == "https://elsewhere.example/")
    }

    @Test("RelayState comes back as it was sent")
    func relayState() async throws {
        var crossing = try await crossing()
        let sent = try await crossing.running.signOn(browser: &crossing.browser)
        for state in ["other", nil] {
            let form = try crossing.partner.answer(sent.request, state, at: RunningSimulation.now)
            let page = try await crossing.browser.submit(form, to: crossing.consumer, from: "")
            #expect(page.status == 403 && page.text.contains("RelayState"))
        }
    }

    @Test("A response to no request, and one that is none, are refused")
    func strangers() async throws {
        var crossing = try await crossing()
        let sent = try await crossing.running.signOn(browser: &crossing.browser)
        let form = try crossing.partner.answer(sent.request, sent.relayState, at: RunningSimulation.now)
        let elsewhere = try await RunningSimulation(registers: crossing.partner)
        let acs = elsewhere.simulation.assertionConsumerService
        let stranger = try await crossing.browser.submit(form, to: acs, from: "")
        #expect(stranger.status == 400 && stranger.text.contains("response-to.mismatch"), "\(stranger.text)")
        let nonsense = try await crossing.browser.submit([("SAMLResponse", "!")], to: acs, from: "")
        #expect(nonsense.status == 400 && nonsense.text.contains("transport.base64"))
    }

    @Test("Each attribute that must be there is asked for", arguments: ["xUserId", "xAccountId", "bpId"])
    func attributes(missing: String) async throws {
        var crossing = try await crossing()
        let page = try await crossing.arrive(firstLogin: true, as: FakePartner.customer.filter { $0.key != missing })
        #expect(page.status == 403 && page.text.contains("attribute.mandatory"))
    }

    @Test("isFirstLogin fits the customer: true for nobody who is bound, false for nobody who is not")
    func firstLogin() async throws {
        var crossing = try await crossing()
        let unbound = try await crossing.arrive(firstLogin: false)
        #expect(unbound.status == 403 && unbound.text.contains("login-link.first-login"))
        try await crossing.makeByAPI()
        let bound = try await crossing.arrive(firstLogin: true)
        #expect(bound.status == 403 && bound.text.contains("login-link.first-login"))
    }

    @Test("The name of an account that was made by API must be sent as it was given there")
    func name() async throws {
        var crossing = try await crossing()
        try await crossing.makeByAPI("zhangwei-hw")
        let page = try await crossing.arrive()
        #expect(page.status == 403 && page.text.contains("zhangwei-hw"))
        let unnamed = try await crossing.arrive(as: FakePartner.customer.filter { $0.key != "name" })
        #expect(unnamed.status == 302)
    }
}
