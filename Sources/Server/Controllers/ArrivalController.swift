import Hummingbird
import IdentityProvider
import Onboarding
import SAML
import XMLSecurity

/// `/sso/start/{id}`, `/sso/resume/{id}` and `/sso/choose`: the browser comes for what a hand-off left, with its cookies.
struct ArrivalController: Sendable {
    let services: Services

    // Only here it shows whether the browser holds another account whose sign-on is under way. Then neither counts until
    // the customer chose (design section 7).
    func start(_ request: Request, id: String) async throws -> Response {
        try await coming(request, id) { resumption, outcome, now in
            guard resumption.purpose == .start else { throw Refusal(.sessionRequestUnknown) }
            return try await arrive(resumption.session, outcome, at: now)
        }
    }

    /// A customer comes to be sent on.
    func arrive(_ session: Session, _ outcome: SignOnOutcome, at now: Instant) async throws -> Response {
        guard let held = try await outcome.currentSession(at: now),
            !held.session.customer.isSame(as: session.customer),
            try await !services.stores.sessions.hasAnswered(held.id)
        else { return try await outcome.land(session, at: now) }
        return try await ask(outcome, held, session, at: now)
    }

    func resume(_ request: Request, id: String) async throws -> Response {
        try await coming(request, id) { resumption, outcome, now in
            guard case .request(let text) = resumption.purpose, let waiting = OpaqueID(text) else {
                throw Refusal(.sessionRequestUnknown)
            }
            let accepted = try await outcome.takeWaiting(waiting, at: now)
            let session = try await outcome.begin(resumption.session)
            return outcome.holding(session, try await outcome.answer(accepted, session: session, at: now))
        }
    }

    func choose(_ request: Request) async throws -> Response {
        let outcome = SignOnOutcome(services: services, exchange: Exchange(request))
        do {
            let body = try await FormBody.collect(request, limit: ChoicePage.longestBody)
            let fields = try URLEncodedParameters(
                body,
                known: [ChoicePage.choice, ChoicePage.earlier, ChoicePage.later]
            )
            return try await coming(request, fields.text(ChoicePage.choice) ?? "") { resumption, outcome, now in
                guard case .choice(let earlier) = resumption.purpose else { throw Refusal(.sessionRequestUnknown) }
                let chosen = try fields.text(ChoicePage.earlier) == nil ? resumption.session : earlier
                let session = chosen.ending(at: now.adding(seconds: services.sessionLifetime))
                return try await outcome.land(session, at: now)
            }
        } catch let refusal as Refusal {
            return await outcome.refuse(refusal, RefusalSubject(.handOffRefused))
        }
    }

    private func ask(
        _ outcome: SignOnOutcome,
        _ held: BrowserSession,
        _ arrived: Session,
        at now: Instant
    ) async throws -> Response {
        try await services.stores.sessions.save(held.session.ending(at: now), as: held.id, continuing: nil)
        let id = OpaqueID(from: services.randomness)
        let choice = Resumption(
            .choice(earlier: held.session),
            session: arrived,
            expiresAt: now.adding(seconds: Resumption.choiceLifetime)
        )
        try await services.stores.resumptions.put(choice, as: id)
        return outcome.choice(held.session.customer, arrived.customer, id)
    }

    private func coming(
        _ request: Request,
        _ text: String,
        _ body: (Resumption, SignOnOutcome, Instant) async throws -> Response
    ) async throws -> Response {
        let outcome = SignOnOutcome(services: services, exchange: Exchange(request))
        let now = services.clock.now
        var subject = RefusalSubject(.handOffRefused)
        do {
            guard try await services.stores.stage.stage() != .closed else { throw Refusal(.sessionClosed) }
            guard let id = OpaqueID(text), let resumption = try await services.stores.resumptions.take(id, at: now)
            else { throw Refusal(.sessionRequestUnknown) }
            let customer = resumption.session.customer
            subject = RefusalSubject(.handOffRefused, portal: customer.portal, account: customer.xAccountID)
            return try await body(resumption, outcome, now)
        } catch let refusal as Refusal {
            return await outcome.refuse(refusal, subject)
        }
    }
}
