import SAML
import TestSupport
import Testing

@testable import JointDebug

/// A customer on the way through a simulation.
struct Crossing {
    let running: RunningSimulation
    let partner: FakePartner
    var browser = Browser(language: .zh)

    init(_ running: RunningSimulation, _ partner: FakePartner) {
        self.running = running
        self.partner = partner
    }

    var consumer: String { running.simulation.assertionConsumerService }

    /// Comes through the login link, and is answered for.
    mutating func arrive(
        firstLogin: Bool = false,
        as customer: [String: String] = FakePartner.customer
    ) async throws -> WebExchange {
        let sent = try await running.signOn(firstLogin: firstLogin, browser: &browser)
        let form = try partner.answer(sent.request, sent.relayState, customer, at: RunningSimulation.now)
        return try await browser.submit(form, to: consumer, from: FakePartner.signOn)
    }

    /// Opens the binding pages that an arrival leads to.
    mutating func openBinding(_ arrived: WebExchange) async throws -> WebExchange {
        try await browser.open(#require(arrived.redirect))
    }

    /// Chooses an account there.
    mutating func choose(_ kind: String, _ name: String, on page: WebExchange) async throws -> WebExchange {
        let ticket = try #require(SelfPostingForm(in: page.text)?.field("ticket"))
        let url = running.login + "/authui/binding/\(kind)"
        return try await browser.submit([("ticket", ticket), ("domain_name", name)], to: url, from: running.login)
    }

    /// Makes an account as create-customer does.
    func makeByAPI(_ name: String = "zhangwei", account: String = "account-1") async throws {
        _ = try await running.simulation.customers.create(
            name,
            accountID: account,
            platformID: RunningSimulation.platformID,
            mobile: nil,
            email: nil,
            byAPI: true,
            at: RunningSimulation.now
        )
    }
}
