import Foundation
import Hummingbird
import IdentityProvider
import Logging
import SAML
import XMLSecurity

/// Carries a logout on: the shell around `continueLogout`.
struct LogoutOutcome: Sendable {
    let services: Services
    let exchange: Exchange

    private var builder: ResponseBuilder { ResponseBuilder(exchange: exchange) }

    /// Asks the next SP, answers the one that began, or says what happened.
    func go(on flow: LogoutFlow, back: String? = nil, at now: Instant) async throws -> Response {
        let id = OpaqueID(from: services.randomness)
        switch try services.identityProvider.continueLogout(flow, as: id, at: now) {
        case .ask(let message, let flow):
            try await services.stores.logouts.put(flow, as: id)
            return send(message)
        case .answer(let message, let flow):
            log(flow)
            return send(message)
        case .report(let flow):
            log(flow)
            return report(flow, back: back ?? services.portals.first?.signInURL)
        }
    }

    /// Asks the customer whether to sign out.
    func question() -> Response {
        notice(LogoutPage.question(exchange.language))
    }

    /// What a server is told that ended a user's sessions: these SPs go on until they end by themselves.
    func summary(untold participants: [Participant]) -> Response {
        let untold = Set(participants.map(\.serviceProvider)).sorted()
        log(ended: [], notEnded: untold)
        return builder.json(["ended": [], "not_ended": untold])
    }

    /// Writes down why an SP's answer does not count.
    func note(_ refusal: Refusal) {
        services.logger.notice(
            "logout answer refused",
            metadata: ["code": .string(refusal.code.id)]
        )
        Telemetry.refused(refusal)
    }

    private func send(_ message: OutboundMessage) -> Response {
        switch message {
        case .redirect(let address): builder.redirect(to: address)
        case .form(let form):
            builder.page(.ok, form.html(exchange.language), policy: PostForm.contentSecurityPolicy)
        }
    }

    private func report(_ flow: LogoutFlow, back: String?) -> Response {
        notice(LogoutPage.report(flow, exchange, back: back))
    }

    private func notice(_ html: String) -> Response {
        builder.page(.ok, Array(html.utf8), policy: LogoutPage.contentSecurityPolicy)
    }

    private func log(_ flow: LogoutFlow) {
        log(ended: flow.ended, notEnded: flow.notEnded)
    }

    private func log(ended: [String], notEnded: [String]) {
        services.logger.info(
            "logged out",
            metadata: [
                "ended": .array(ended.map { .string($0) }),
                "not_ended": .array(notEnded.map { .string($0) }),
            ]
        )
    }
}
