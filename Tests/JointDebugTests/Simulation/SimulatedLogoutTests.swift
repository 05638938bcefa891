import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("Logout at the simulation")
struct SimulatedLogoutTests {
    private func crossing(hasLogout: Bool = true) async throws -> Crossing {
        let partner = try FakePartner()
        let running = try await RunningSimulation(registers: partner, hasLogout: hasLogout)
        let crossing = Crossing(running, partner)
        try await crossing.makeByAPI()
        return crossing
    }

    private static func decode(_ url: String, _ parameter: MessageParameter) throws -> (DecodedMessage, XMLElement) {
        let query = url.split(separator: "?", maxSplits: 1).last ?? ""
        let decoded = try InboundMessage.redirect(query: Array(query.utf8)).decode(parameter)
        return (decoded, try XMLDocument(parsing: decoded.xml, limits: .message).root)
    }

    private func request(
        _ crossing: Crossing,
        _ nameID: NameID,
        key: SigningKey? = nil
    ) throws -> OutboundMessage {
        let location = crossing.running.login + LogoutPath.redirect
        let request = LogoutRequest(
            id: "_logout",
            issueInstant: RunningSimulation.now,
            issuer: FakePartner.entityID,
            destination: location,
            notOnOrAfter: RunningSimulation.now.adding(seconds: 60),
            nameID: nameID,
            sessionIndexes: []
        )
        return try OutboundMessage(
            .request,
            to: location,
            by: .httpRedirect,
            relayState: RelayState("state"),
            signedBy: key ?? crossing.partner.key
        ) { try request.write(to: &$0, signedBy: $1) }
    }

    private func open(_ message: OutboundMessage, _ crossing: inout Crossing) async throws -> WebExchange {
        guard case .redirect(let url) = message else { return try #require(nil as WebExchange?) }
        return try await crossing.browser.open(url)
    }

    @Test("From the console: the identity provider is asked with the NameID and SessionIndex that it gave")
    func fromConsole() async throws {
        var crossing = try await crossing()
        let console = try #require(try await crossing.arrive().redirect)
        _ = try await crossing.browser.open(console)
        let asked = try await crossing.browser.open(crossing.running.login + "/authui/logout")
        let url = try #require(asked.redirect)
        #expect(url.hasPrefix(FakePartner.logout))
        let (decoded, root) = try Self.decode(url, .request)
        let request = try LogoutRequest(decoding: root)
        #expect(request.nameID.value.hasPrefix("_n_") && request.sessionIndexes.first?.hasPrefix("_s_") == true)
        let certificate = crossing.running.simulation.keys.current.certificate
        let detached = try #require(decoded.detached)
        #expect(certificate.publicKey.verify(detached.value, of: detached.signed, with: .rsaSHA256))
        #expect(try await crossing.browser.open(crossing.running.console + "/iam/").status == 403)

        let location = crossing.running.login + LogoutPath.redirect + LogoutPath.response
        let response = LogoutResponse(
            id: "_answer",
            issueInstant: RunningSimulation.now,
            issuer: FakePartner.entityID,
            destination: location,
            inResponseTo: request.id,
            status: Status(.success, .partialLogout)
        )
        let answer = try OutboundMessage(
            .response,
            to: location,
            by: .httpRedirect,
            relayState: decoded.relayState,
            signedBy: crossing.partner.key
        ) { try response.write(to: &$0, signedBy: $1) }
        #expect(try await open(answer, &crossing).text.contains("PartialLogout"))
        #expect(try await open(answer, &crossing).status == 403)
    }

    @Test("By the identity provider: the session that it names ends, and it is answered")
    func byIdentityProvider() async throws {
        var crossing = try await crossing()
        let sent = try await crossing.running.signOn(browser: &crossing.browser)
        let form = try crossing.partner.answer(sent.request, sent.relayState, at: RunningSimulation.now)
        let arrived = try await crossing.browser.submit(form, to: crossing.consumer, from: "")
        _ = try await crossing.browser.open(#require(arrived.redirect))
        let message = try request(crossing, crossing.partner.nameID(of: sent.request))
        let answered = try await open(message, &crossing)
        let url = try #require(answered.redirect, "\(answered.text)")
        let (decoded, root) = try Self.decode(url, .response)
        let response = try LogoutResponse(decoding: root)
        #expect(url.hasPrefix(FakePartner.logout) && decoded.relayState?.value == "state")
        #expect(response.inResponseTo == "_logout" && response.status == .success)
        #expect(try await crossing.browser.open(crossing.running.console + "/iam/").status == 403)
        let again = try await open(message, &crossing)
        let unknown = try LogoutResponse(decoding: Self.decode(#require(again.redirect), .response).1)
        #expect(unknown.status.detail == StatusCode.unknownPrincipal.rawValue)
    }

    @Test("A logout that another key signed ends nothing")
    func forged() async throws {
        var crossing = try await crossing()
        let console = try #require(try await crossing.arrive().redirect)
        _ = try await crossing.browser.open(console)
        let other = try FakePartner(TestPKI.rsa2048Other).key
        let refused = try await open(request(crossing, NameID(value: "_n", format: nil), key: other), &crossing)
        #expect(refused.status == 403 && refused.text.contains("signature."))
        #expect(try await crossing.browser.open(crossing.running.console + "/iam/").status == 200)
    }

    @Test("Without a SingleLogoutService the customer is signed out here only, and the page says so")
    func local() async throws {
        var crossing = try await crossing(hasLogout: false)
        #expect(try await crossing.browser.open(crossing.running.login + "/authui/logout").text.contains("Nobody"))
        _ = try await crossing.arrive()
        let page = try await crossing.browser.open(crossing.running.login + "/authui/logout")
        #expect(page.status == 200 && page.text.contains("SingleLogoutService"))
    }
}
