import Hummingbird
import IdentityProvider
import SAML
import XMLSecurity

/// `/saml/slo`: logout messages of SPs, and the customer's own button (saml-profiles 4.4).
///
/// It works in every stage: who is signed in can always get out.
struct SingleLogoutController: Sendable {
    private static let button = "sign_out"

    let services: Services

    func get(_ request: Request) async throws -> Response {
        let exchange = Exchange(request)
        let query = request.head.path?.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        guard !query.isEmpty else { return LogoutOutcome(services: services, exchange: exchange).question() }
        return try await answer(.redirect(query: Array(query.utf8)), exchange)
    }

    func post(_ request: Request) async throws -> Response {
        let exchange = Exchange(request)
        do {
            let body = try await FormBody.collect(request, limit: HTTPPOSTBinding.longestBody)
            guard body == Array((Self.button + "=").utf8) else { return try await answer(.post(body: body), exchange) }
            return try await signOut(exchange)
        } catch let refusal as Refusal {
            let outcome = SignOnOutcome(services: services, exchange: exchange)
            return await outcome.refuse(refusal, RefusalSubject(.logoutRefused))
        }
    }

    // A POST from elsewhere brings no Lax cookie, and without the cookie there is nothing to end.
    private func signOut(_ exchange: Exchange) async throws -> Response {
        let now = services.clock.now
        let id = SignOnOutcome(services: services, exchange: exchange).sessionID
        var participants: [Participant] = []
        if let id { participants = try await services.stores.sessions.end(.browser(id), at: now) }
        let flow = LogoutFlow(.ourselves, participants: participants, at: now)
        return try await LogoutOutcome(services: services, exchange: exchange).go(on: flow, at: now)
    }

    private func answer(_ message: InboundMessage, _ exchange: Exchange) async throws -> Response {
        let outcome = LogoutOutcome(services: services, exchange: exchange)
        let now = services.clock.now
        do {
            if let decoded = try? message.decode(.response) {
                return try await goOn(message, decoded.relayState, outcome, at: now)
            }
            let accepted = try services.identityProvider.receiveLogout(message, at: now).get()
            let key = ReplayKey(.request, issuer: accepted.request.issuer, id: accepted.request.id)
            guard try await services.stores.replay.insertIfAbsent(key, until: accepted.replayUntil) else {
                throw Refusal(.replayRequest, xpath: "/samlp:LogoutRequest/@ID", found: accepted.request.id)
            }
            let selector = SessionSelector.participant(
                serviceProvider: accepted.request.issuer,
                nameID: accepted.request.nameID,
                sessionIndexes: accepted.request.sessionIndexes
            )
            let participants = try await services.stores.sessions.end(selector, at: now)
            return try await outcome.go(on: accepted.flow(ending: participants, at: now), at: now)
        } catch let refusal as Refusal {
            let outcome = SignOnOutcome(services: services, exchange: exchange)
            return await outcome.refuse(refusal, RefusalSubject(.logoutRefused))
        }
    }

    private func goOn(
        _ message: InboundMessage,
        _ relayState: RelayState?,
        _ outcome: LogoutOutcome,
        at now: Instant
    ) async throws -> Response {
        guard let id = relayState.flatMap({ OpaqueID($0.value) }),
            let flow = try await services.stores.logouts.take(id, at: now)
        else { throw Refusal(.sessionLogoutUnknown) }
        let answer = services.identityProvider.receiveLogoutAnswer(message, to: flow, at: now)
        if let refusal = answer.refusal { outcome.note(refusal) }
        return try await outcome.go(on: answer.flow, at: now)
    }
}
