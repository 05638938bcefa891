import HuaweiCloud
import Hummingbird
import IdentityProvider
import Logging
import Onboarding
import SAML
import XMLSecurity

/// `/sso/start`, `/sso/resume` and `/sso/end`: the portal says who the customer is (design section 7, "The portal's
/// side").
struct HandOffController: Sendable {
    let services: Services

    // The portal's POST is cross-site and brings no Lax cookie. So the outcome is kept under a one-time id, and the
    // browser comes for it by a GET that brings the cookie: see ArrivalController.
    func start(_ request: Request) async throws -> Response {
        try await handing(request) { token, outcome, now in
            let session =
                token.claims.serviceProvider == nil
                ? try await toHuaweiCloud(token, outcome, at: now) : try await toServiceProvider(token, at: now)
            return outcome.redirect(to: try await keep(.start, session, under: "/sso/start/", at: now))
        }
    }

    private func toHuaweiCloud(_ token: HandOffToken, _ outcome: SignOnOutcome, at now: Instant) async throws -> Session
    {
        let desk = try LandingDesk(services)
        let handOff = try await judge(token, for: .start, at: now)
        let firstLogin = FirstLoginDesk(services: services, exchange: outcome.exchange)
        let customer = try await firstLogin.judge(handOff.customer, at: now)
        let link = try desk.link(for: customer, to: handOff.service, at: now)
        try await firstLogin.record(customer, at: now)
        return session(handOff, of: customer, landing: .link(link), at: now)
    }

    // Judged here, so that the portal's own POST says what is wrong, and again when the browser comes.
    private func toServiceProvider(_ token: HandOffToken, at now: Instant) async throws -> Session {
        let handOff = try await judge(token, for: .start, at: now)
        guard let target = handOff.target else { throw Refusal(.tokenClaimMissing, xpath: "sp", expected: "sp") }
        let session = session(handOff, of: handOff.customer, landing: .serviceProvider(target), at: now)
        let admission = services.admission.current
        _ = try services.identityProvider
            .decide(unsolicited: target, session: session, admission: admission, at: now).get()
        return session
    }

    func resume(_ request: Request) async throws -> Response {
        try await handing(request) { token, outcome, now in
            let handOff = try await judge(token, for: .resume, at: now)
            guard let waiting = handOff.requestID.flatMap({ OpaqueID($0) }),
                try await services.stores.pending.pending(waiting, at: now) != nil
            else { throw Refusal(.tokenRequest, xpath: "request", found: "no waiting request") }
            let desk = FirstLoginDesk(services: services, exchange: outcome.exchange)
            let customer = try await desk.judge(handOff.customer, at: now)
            try await desk.record(customer, at: now)
            let session = session(handOff, of: customer, landing: nil, at: now)
            return outcome.redirect(
                to: try await keep(.request(waiting.text), session, under: "/sso/resume/", at: now)
            )
        }
    }

    // The sessions end whether the token comes by the customer's browser or from the portal's server. Only a browser can
    // carry the logout on to the SPs.
    func end(_ request: Request) async throws -> Response {
        try await handing(request, evenWhenClosed: true) { token, outcome, now in
            let customer = try await judge(token, for: .end, at: now).customer
            let participants = try await services.stores.sessions.end(
                .customer(portal: customer.portal, user: customer.xUserID),
                at: now
            )
            let logout = LogoutOutcome(services: services, exchange: outcome.exchange)
            guard !outcome.exchange.wantsJSON else { return logout.summary(untold: participants) }
            let flow = LogoutFlow(.ourselves, participants: participants, at: now)
            return try await logout.go(on: flow, back: token.portal.signInURL, at: now)
        }
    }

    private func keep(
        _ purpose: Resumption.Purpose,
        _ session: Session,
        under path: String,
        at now: Instant
    ) async throws -> String {
        let id = OpaqueID(from: services.randomness)
        let end = now.adding(seconds: Resumption.lifetime)
        try await services.stores.resumptions.put(Resumption(purpose, session: session, expiresAt: end), as: id)
        return services.baseURL + path + id.text
    }

    private func handing(
        _ request: Request,
        evenWhenClosed: Bool = false,
        _ body: (HandOffToken, SignOnOutcome, Instant) async throws -> Response
    ) async throws -> Response {
        let outcome = SignOnOutcome(services: services, exchange: Exchange(request))
        var subject = RefusalSubject(.handOffRefused)
        do {
            if !evenWhenClosed, try await services.stores.stage.stage() == .closed { throw Refusal(.sessionClosed) }
            let text = try await HandOffParameter.token(of: request)
            let now = services.clock.now
            let token = try await HandOffToken(text, from: services.portals, at: now)
            subject = RefusalSubject(.handOffRefused, portal: token.portal.name, account: token.claims.account)
            return try await body(token, outcome, now)
        } catch let refusal as Refusal {
            return await outcome.refuse(refusal, subject)
        }
    }

    // Claims first, then the one atomic insert: a token that does not hold is not used up.
    private func judge(_ token: HandOffToken, for purpose: HandOffPurpose, at now: Instant) async throws -> HandOff {
        let settings = services.identityProvider.settings
        let rule = HandOffRule(
            portal: token.portal.name,
            audience: settings.entityID,
            skew: settings.skew,
            site: settings.huawei?.site
        )
        let handOff = try rule.judge(token.claims, for: purpose, at: now).get()
        guard try await services.stores.replay.insertIfAbsent(handOff.replayKey, until: handOff.replayUntil) else {
            throw Refusal(.tokenReplayed, xpath: "jti")
        }
        return handOff
    }

    private func session(_ handOff: HandOff, of customer: Customer, landing: Landing?, at now: Instant) -> Session {
        Session(
            customer: customer,
            authnInstant: handOff.authnInstant,
            createdAt: now,
            expiresAt: now.adding(seconds: services.sessionLifetime),
            landing: landing
        )
    }
}
