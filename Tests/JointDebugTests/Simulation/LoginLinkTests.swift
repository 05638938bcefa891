import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("The simulated login link")
struct LoginLinkTests {
    static let refused: [(query: String, code: String)] = [
        ("", "login-link.platform-id"),
        ("?xAccountType=other_IDP", "login-link.platform-id"),
        ("?xAccountType=example_IDP&xAccountType=example_IDP", "login-link.duplicate"),
        ("?xAccountType=example_IDP&isFirstLogin=yes", "login-link.first-login"),
        ("?xAccountType=example_IDP&service=http://127.0.0.2/iam/", "login-link.encoding"),
        ("?xAccountType=example_IDP&service=https%3A%2F%2Fconsole.huaweicloud.com%2Fiam%2F", "service.host"),
    ]

    @Test("A link that breaks a rule is refused, and the page says which", arguments: refused)
    func refuses(query: String, code: String) async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        let answer = try await running.get("/authui/saml/login" + query)
        #expect(answer.status == 400)
        #expect(answer.text.contains(code), "\(answer.text)")
        let events = try await running.events("login-refused")
        let refusals = events.first?["refusals"] as? [[String: Any]]
        #expect(refusals?.contains { $0["code"] as? String == code } == true, "\(events)")
    }

    @Test("A good link brings a request as the documentation prints it, signed over its own octets")
    func request() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        var browser = Browser(language: .zh)
        let sent = try await running.signOn(browser: &browser)
        let request = sent.request
        #expect(sent.url.hasPrefix(FakePartner.signOn + "?SAMLRequest="))
        #expect(request.issuer == running.login + "/")
        #expect(request.destination == FakePartner.signOn)
        #expect(request.assertionConsumerServiceURL == running.login + "/authui/saml/SAMLAssertionConsumer")
        #expect(request.protocolBinding == Binding.httpPOST.rawValue)
        #expect(request.nameIDPolicy?.spNameQualifier == running.login + "/")
        #expect(request.issueInstant == RunningSimulation.now)
        #expect(sent.relayState?.count == 32)
        #expect(sent.isSigned(by: running.simulation.keys.current.certificate))
        let names = sent.query.split(separator: "&").map { String($0.prefix { $0 != "=" }) }
        #expect(names == ["SAMLRequest", "RelayState", "SigAlg", "Signature"])
        #expect(sent.query.contains("%3a%2f%2f") && !sent.query.contains("%3A"))
        let event = try await running.events("request").first
        #expect(event?["request_id"] as? String == request.id)
        #expect(event?["platform_id"] as? String == RunningSimulation.platformID)
    }

    @Test("Each request has an ID and a RelayState of its own")
    func fresh() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        var browser = Browser(language: .zh)
        let first = try await running.signOn(browser: &browser)
        let second = try await running.signOn(browser: &browser)
        #expect(first.request.id != second.request.id)
        #expect(first.relayState != second.relayState)
    }
}
