import HuaweiCloud
import SAML
import TestSupport
import Testing

@testable import JointDebug

@Suite("The simulated binding pages")
struct SimulatedBindingTests {
    private func crossing(
        _ channel: String = "server",
        to inbox: NotificationInbox? = nil
    ) async throws -> Crossing {
        let (partner, running) = (try FakePartner(), try await RunningSimulation())
        let query = inbox.map { "?notify=\(PercentEncoding.encode($0.url))&channel=\(channel)" } ?? ""
        try await running.register(partner.metadata(), query)
        return Crossing(running, partner)
    }

    private static func unbind(_ running: RunningSimulation) async throws -> WebExchange {
        try await running.post("/simulation/unbind", "xAccountId=account-1")
    }

    @Test("A new account, its name filled in: bound, the partner told by the server, and on to the console")
    func new() async throws {
        let inbox = try await NotificationInbox()
        var crossing = try await crossing(to: inbox)
        let page = try await crossing.openBinding(crossing.arrive(firstLogin: true))
        #expect(page.status == 200 && page.text.contains("value=\"zhangwei\""))
        let bound = try await crossing.choose("new", "zhangwei", on: page)
        #expect(try await crossing.browser.open(#require(bound.redirect)).text.contains("account-1"))
        let customer = try #require(await crossing.running.simulation.customers.bound(to: "account-1"))
        #expect(customer.domainName == "zhangwei" && !customer.isMadeByAPI)
        let message = AssociationMessage(
            xUserID: "user-1",
            domainName: "zhangwei",
            domainID: customer.domainID,
            action: .bind
        )
        #expect(try await inbox.messages(crossing.running.simulation) == [message])
        #expect(
            try await crossing.running.events().map { $0["kind"] as? String } == [
                "registration", "request", "binding-offered", "bound", "notification", "arrival",
            ]
        )
        // The next time it is a plain sign-on.
        #expect(try await crossing.arrive().redirect?.hasPrefix(crossing.running.console) == true)
    }

    @Test("An account that exists is bound by its name")
    func existing() async throws {
        var crossing = try await crossing()
        let made = try await crossing.running.post("/simulation/accounts", "domain_name=hw-existing")
        #expect(made.status == 200)
        let page = try await crossing.openBinding(crossing.arrive(firstLogin: true))
        let bound = try await crossing.choose("existing", "hw-existing", on: page)
        #expect(bound.redirect?.hasPrefix(crossing.running.console) == true)
        #expect(await crossing.running.simulation.customers.bound(to: "account-1")?.domainName == "hw-existing")
    }

    static let refusals: [(kind: String, name: String, reason: String)] = [
        ("new", "taken-name", "name-is-taken"), ("new", "x", "name-rule"), ("new", "", "name-rule"),
        ("existing", "nobody-there", "no-such-name"), ("existing", "taken-name", "is-bound-elsewhere"),
    ]

    @Test("A choice that cannot be is told on the same page, and another one can be made", arguments: refusals)
    func refused(kind: String, name: String, reason: String) async throws {
        var crossing = try await crossing()
        try await crossing.makeByAPI("taken-name", account: "account-2")
        let page = try await crossing.openBinding(crossing.arrive(firstLogin: true))
        let refused = try await crossing.choose(kind, name, on: page)
        #expect(refused.status == 409 && refused.text.contains("role=\"alert\""))
        let event = try await crossing.running.events("binding-refused").first
        #expect((event?["facts"] as? [String: String])?["reason"] == reason)
        #expect(try await crossing.choose("new", "good-name", on: refused).status == 302)
    }

    @Test("A page that is closed half way binds nobody, and the customer can come again")
    func closed() async throws {
        var crossing = try await crossing()
        _ = try await crossing.openBinding(crossing.arrive(firstLogin: true))
        #expect(await crossing.running.simulation.customers.bound(to: "account-1") == nil)
        let page = try await crossing.openBinding(crossing.arrive(firstLogin: true))
        #expect(try await crossing.choose("new", "zhangwei", on: page).status == 302)
        #expect(try await crossing.choose("new", "zhangwei", on: page).status == 410)
    }

    @Test("By browser: a page with a form and a link that carry the same signed notification")
    func byBrowser() async throws {
        let inbox = try await NotificationInbox()
        var crossing = try await crossing("browser", to: inbox)
        let page = try await crossing.openBinding(crossing.arrive(firstLogin: true))
        let done = try await crossing.choose("new", "zhangwei", on: page)
        #expect(done.status == 200)
        let form = try #require(SelfPostingForm(in: done.text))
        #expect(form.action == inbox.url)
        #expect(await inbox.received.bodies.isEmpty)
        _ = try await crossing.browser.submit(form.fields, to: form.action, from: crossing.running.login)
        #expect(try await inbox.messages(crossing.running.simulation).map(\.action) == [.bind])
        let event = try await crossing.running.events("notification").first?["facts"] as? [String: String]
        #expect(event?["outcome"] == "handed-over" && event?["channel"] == "browser")
        let query = try #require(event?["form"])
        #expect(done.text.contains(SimulationPage.escape(inbox.url + "?" + query)))
        #expect(done.header("set-cookie") != nil)
    }

    @Test("Unbinding tells the partner, and the customer is asked anew")
    func unbound() async throws {
        let inbox = try await NotificationInbox()
        var crossing = try await crossing(to: inbox)
        let page = try await crossing.openBinding(crossing.arrive(firstLogin: true))
        _ = try await crossing.choose("new", "zhangwei", on: page)
        #expect(try await Self.unbind(crossing.running).status == 200)
        #expect(try await Self.unbind(crossing.running).status == 404)
        let messages = try await inbox.messages(crossing.running.simulation)
        #expect(messages.map(\.action) == [.bind, .unbind])
        #expect(Set(messages.map(\.domainID)).count == 1 && messages.allSatisfy { $0.xUserID == "user-1" })
        let again = try await crossing.openBinding(crossing.arrive(firstLogin: true))
        #expect(try await crossing.choose("existing", "zhangwei", on: again).status == 302)
    }

    @Test("A notification is lost, comes twice, or comes late", arguments: ["lost", "duplicate", "late"])
    func faults(kind: String) async throws {
        let inbox = try await NotificationInbox()
        let crossing = try await crossing(to: inbox)
        try await crossing.makeByAPI()
        _ = try await crossing.running.put("/simulation/faults", Array("\(kind)-notification".utf8))
        #expect(try await Self.unbind(crossing.running).status == 200)
        var expected = ["lost": ["lost"], "duplicate": ["answered", "answered"]][kind] ?? ["answered"]
        if kind == "late" {
            for _ in 0..<400 where try await crossing.running.events("notification").isEmpty {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(await crossing.running.pauses.seconds == [30])
        }
        let outcomes = try await crossing.running.events("notification").map {
            ($0["facts"] as? [String: String])?["outcome"] ?? ""
        }
        #expect(outcomes == expected)
        expected.removeAll { $0 == "lost" }
        #expect(await inbox.received.bodies.count == expected.count)
    }

    @Test("A notification is signed with a wrong key when told to")
    func wrongKey() async throws {
        let inbox = try await NotificationInbox()
        let crossing = try await crossing(to: inbox)
        try await crossing.makeByAPI()
        let fault = [("Content-Type", "application/x-www-form-urlencoded"), (Faults.headerName, "wrong-key")]
        _ = try await crossing.running.post("/simulation/unbind", "xAccountId=account-1", fault)
        await #expect(throws: Refusal.self) { try await inbox.messages(crossing.running.simulation) }
    }

    @Test("A partner who does not answer is in the log, and the customer goes on")
    func noAnswer() async throws {
        let running = try await RunningSimulation()
        let partner = try FakePartner()
        try await running.register(partner.metadata(), "?notify=http%3A%2F%2F127.0.0.1%3A1%2Fbind&channel=both")
        var crossing = Crossing(running, partner)
        let page = try await crossing.openBinding(crossing.arrive(firstLogin: true))
        #expect(try await crossing.choose("new", "zhangwei", on: page).status == 200)
        let outcomes = try await running.events("notification").map { ($0["facts"] as? [String: String])?["outcome"] }
        #expect(outcomes == ["failed", "handed-over"])
    }
}
