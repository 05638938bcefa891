import HuaweiCloud
import Hummingbird
import IdentityProvider
import Logging
import Onboarding
import SAML
import XMLSecurity

/// `/huawei/association`: HUAWEI CLOUD says that a customer bound an account, or unbound it (huawei-cloud.md 5).
///
/// It may come from a server or through the customer's browser. Whoever sends a good one gets the same answer, whatever
/// became of it: a copy of it teaches nothing.
struct AssociationController: Sendable {
    let services: Services

    func receive(_ request: Request) async throws -> Response {
        let exchange = Exchange(request, pagesOnlyOnDemand: true)
        let outcome = SignOnOutcome(services: services, exchange: exchange)
        do {
            guard let huawei = services.identityProvider.settings.huawei else {
                throw Refusal(.sessionNotConfigured, expected: "huawei.site")
            }
            let reception = AssociationReception(
                huawei,
                services.identityProvider.federation,
                store: services.stores.associations,
                archive: services.stores.notifications
            )
            let form = try await AssociationBody.form(of: request)
            let received = try await reception.receive(form, at: services.clock.now)
            if let entry = received.trailEntry(reference: exchange.reference, services.accountHash) {
                try await services.stores.trail.append(entry)
            }
            note(received, exchange)
            return try await answer(received.message, exchange)
        } catch let refusal as Refusal {
            return await outcome.refuse(refusal, RefusalSubject(.notificationRefused))
        }
    }

    private func note(_ received: AssociationReception.Received, _ exchange: Exchange) {
        let judged = received.judgement.outcome
        Telemetry.notified(judged)
        services.logger.log(
            level: received.judgement.isSettled ? .info : .warning,
            "association notification",
            metadata: [
                "outcome": .string(judged.rawValue),
                "action": .string("\(received.message.action)"),
            ]
        )
    }

    private func answer(_ message: AssociationMessage, _ exchange: Exchange) async throws -> Response {
        let builder = ResponseBuilder(exchange: exchange)
        guard !exchange.wantsJSON else { return builder.json(["result": "received"]) }
        let handOffs = try await services.stores.associations.handOffs(user: message.xUserID)
        let portals = Attribution(handOffs).portals
        let known = services.portals.filter { portals.contains($0.name) }
        if let location = known.lazy.compactMap(\.afterBindingURL).first { return builder.redirect(to: location) }
        let html = BindingPage.html(exchange, back: known.first?.signInURL)
        return builder.page(.ok, Array(html.utf8), policy: Page.contentSecurityPolicy)
    }
}
