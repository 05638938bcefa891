import HuaweiCloud
import Hummingbird
import IdentityProvider
import Logging
import Onboarding
import SAML
import XMLSecurity

/// `/sso/start` and `/sso/resume`: the portal says who the customer is (design section 7, "The portal's side").
struct HandOffController: Sendable {
    let services: Services

    func start(_ request: Request) async throws -> Response {
        try await handing(request) { token, outcome, now in
            guard let huawei = services.identityProvider.settings.huawei, let platformID = huawei.platformID else {
                throw Refusal(.sessionNotConfigured, expected: "huawei.platform_id")
            }
            let handOff = try await judge(token, for: .start, at: now)
            guard let isFirstLogin = handOff.customer.firstLogin ?? huawei.firstLoginWhenUnknown else {
                throw Refusal(.sessionFirstLoginUnknown, xpath: "first_login")
            }
            let service = try handOff.service ?? ServiceURL(huawei.site.defaultService, at: huawei.site)
            let link = LoginLink(
                site: huawei.site,
                platformID: platformID,
                isFirstLogin: isFirstLogin,
                service: service
            )
            return try await outcome.begin(session(handOff, at: now), then: outcome.redirect(to: link.url))
        }
    }

    // The portal's POST is cross-site and brings no Lax cookie. So the outcome is kept under a one-time id, and the
    // browser comes for it by a GET that brings the cookie.
    func resume(_ request: Request) async throws -> Response {
        try await handing(request) { token, outcome, now in
            let handOff = try await judge(token, for: .resume, at: now)
            guard let waiting = handOff.requestID.flatMap({ OpaqueID($0) }),
                try await services.stores.pending.pending(waiting, at: now) != nil
            else { throw Refusal(.tokenRequest, xpath: "request", found: "no waiting request") }
            let resumption = Resumption(
                requestID: waiting.text,
                session: session(handOff, at: now),
                expiresAt: now.adding(seconds: Resumption.lifetime)
            )
            let id = OpaqueID(from: services.randomness)
            try await services.stores.resumptions.put(resumption, as: id)
            return outcome.redirect(to: services.baseURL + "/sso/resume/" + id.text)
        }
    }

    func fetch(_ request: Request, id text: String) async throws -> Response {
        let outcome = SignOnOutcome(services: services, exchange: Exchange(request, services.randomness))
        let now = services.clock.now
        var subject = RefusalSubject(.handOffRefused)
        do {
            guard try await services.stores.stage.stage() != .closed else { throw Refusal(.sessionClosed) }
            guard let id = OpaqueID(text), let resumption = try await services.stores.resumptions.take(id, at: now),
                let waiting = OpaqueID(resumption.requestID),
                let pending = try await services.stores.pending.pending(waiting, at: now)
            else { throw Refusal(.sessionRequestUnknown) }
            subject = RefusalSubject(
                .handOffRefused,
                serviceProvider: pending.request.serviceProvider,
                portal: resumption.session.customer.portal,
                account: resumption.session.customer.xAccountID
            )
            let cookie = outcome.exchange.cookie(Cookie.browser(baseURL: services.baseURL).name)
            guard let browser = cookie.flatMap({ OpaqueID($0) }), Digest.equal(browser.digest, pending.browser) else {
                throw Refusal(.sessionOtherBrowser)
            }
            guard let taken = try await services.stores.pending.take(waiting, at: now) else {
                throw Refusal(.sessionRequestUnknown)
            }
            let response = try await outcome.answer(taken.request, session: resumption.session, at: now)
            return try await outcome.begin(resumption.session, then: response)
        } catch let refusal as Refusal {
            return await outcome.refuse(refusal, subject)
        }
    }

    private func handing(
        _ request: Request,
        _ body: (HandOffToken, SignOnOutcome, Instant) async throws -> Response
    ) async throws -> Response {
        let outcome = SignOnOutcome(services: services, exchange: Exchange(request, services.randomness))
        var subject = RefusalSubject(.handOffRefused)
        do {
            guard try await services.stores.stage.stage() != .closed else { throw Refusal(.sessionClosed) }
            let token = try HandOffToken(await HandOffParameter.token(of: request), from: services.portals)
            subject = RefusalSubject(.handOffRefused, portal: token.portal.name, account: token.claims.account)
            return try await body(token, outcome, services.clock.now)
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

    private func session(_ handOff: HandOff, at now: Instant) -> Session {
        Session(
            customer: handOff.customer,
            authnInstant: handOff.authnInstant,
            createdAt: now,
            expiresAt: now.adding(seconds: services.sessionLifetime)
        )
    }
}
