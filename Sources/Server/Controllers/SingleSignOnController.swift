import Hummingbird
import IdentityProvider
import Logging
import Onboarding
import SAML
import XMLSecurity

/// `/saml/sso`: an AuthnRequest in, an answer out, or the way to the portal (design section 3).
struct SingleSignOnController: Sendable {
    let services: Services

    func redirect(_ request: Request) async throws -> Response {
        let exchange = Exchange(request)
        let query = request.head.path?.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        return try await signOn(.redirect(query: Array(query.utf8)), exchange)
    }

    func post(_ request: Request) async throws -> Response {
        let exchange = Exchange(request)
        let outcome = SignOnOutcome(services: services, exchange: exchange)
        do {
            return try await signOn(
                .post(body: FormBody.collect(request, limit: HTTPPOSTBinding.longestBody)),
                exchange
            )
        } catch let refusal as Refusal {
            return await outcome.refuse(refusal, RefusalSubject(.requestRefused))
        }
    }

    private func signOn(_ message: InboundMessage, _ exchange: Exchange) async throws -> Response {
        let outcome = SignOnOutcome(services: services, exchange: exchange)
        guard try await services.stores.stage.stage() != .closed else {
            return await outcome.refuse(Refusal(.sessionClosed), RefusalSubject(.requestRefused))
        }
        let now = services.clock.now
        let accepted: AcceptedRequest
        switch services.identityProvider.receive(message, at: now) {
        case .failure(let refusal):
            let sender = services.identityProvider.claimedSender(of: message)
            return await outcome.refuse(refusal, RefusalSubject(.requestRefused, serviceProvider: sender))
        case .success(let request): accepted = request
        }
        let key = ReplayKey(.request, issuer: accepted.serviceProvider, id: accepted.request.id)
        guard try await services.stores.replay.insertIfAbsent(key, until: accepted.replayUntil) else {
            let refusal = Refusal(.replayRequest, xpath: "/samlp:AuthnRequest/@ID", found: accepted.request.id)
            let subject = RefusalSubject(.requestRefused, serviceProvider: accepted.serviceProvider)
            return await outcome.refuse(refusal, subject)
        }
        if message.binding == .httpPOST, outcome.sessionID == nil {
            return try await outcome.bounce(accepted, at: now)
        }
        let session = try await outcome.currentSession(at: now)
        return try await outcome.answer(accepted, session: session, at: now)
    }

    func comeBack(_ request: Request, id text: String) async throws -> Response {
        let outcome = SignOnOutcome(services: services, exchange: Exchange(request))
        let now = services.clock.now
        do {
            guard try await services.stores.stage.stage() != .closed else { throw Refusal(.sessionClosed) }
            guard let id = OpaqueID(text) else { throw Refusal(.sessionRequestUnknown) }
            let accepted = try await outcome.takeWaiting(id, at: now)
            return try await outcome.answer(accepted, session: outcome.currentSession(at: now), at: now)
        } catch let refusal as Refusal {
            return await outcome.refuse(refusal, RefusalSubject(.requestRefused))
        }
    }
}
