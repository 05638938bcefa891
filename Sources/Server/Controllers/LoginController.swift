import HTTPTypes
import Hummingbird
import IdentityProvider
import Logging
import SAML
import XMLSecurity

/// `/login`: the test directory in place of a portal, in the stage of joint debugging alone (design section 7, 4.10).
struct LoginController: Sendable {
    let services: Services

    /// The page; it asks whoever comes, for a session does not replace a password that is asked for.
    func show(_ request: Request) async throws -> Response {
        guard try await services.openDirectory() != nil else { throw HTTPError(.notFound) }
        let outcome = SignOnOutcome(services: services, exchange: Exchange(request))
        do {
            let query = Array((request.uri.query ?? "").utf8)
            let fields = try URLEncodedParameters(query, known: [LoginForm.request])
            let waiting = try LoginForm.waiting(in: fields)
            // Who cannot go on behind the password is told before it is typed.
            if let waiting { _ = try await outcome.waiting(waiting, at: services.clock.now) }
            return page(outcome, waiting: waiting, telling: nil)
        } catch let refusal as Refusal {
            return await outcome.refuse(refusal, RefusalSubject(.loginRefused))
        }
    }

    /// The form.
    /// - Parameters:
    ///   - request: the request.
    ///   - peer: the other end of the connection, a browser's or a proxy's.
    /// - Returns: what the hand-off of a portal would have led to.
    /// - Throws: a fault of the store; 404 when there is no directory to ask.
    func submit(_ request: Request, from peer: String?) async throws -> Response {
        guard let directory = try await services.openDirectory() else { throw HTTPError(.notFound) }
        let outcome = SignOnOutcome(services: services, exchange: Exchange(request))
        do {
            let form = try await LoginForm(request)
            let browser = outcome.browserID
            try services.login.proof.judge(form, from: browser, request, baseURL: services.baseURL)
            do {
                let address = services.proxies.client(of: request, peer: peer).map { AddressGroup($0) }
                let user = try await services.login.user(form, from: address, in: directory, at: services.clock.now)
                return try await goOn(user, form, outcome)
            } catch let refusal as Refusal where refusal.code == .loginWrong && !outcome.exchange.wantsJSON {
                await outcome.note(refusal, RefusalSubject(.loginRefused))
                return page(outcome, waiting: form.waiting, telling: refusal.code.message)
            }
        } catch let refusal as Refusal {
            return await refuse(refusal, outcome)
        }
    }

    private func goOn(_ user: TestUser, _ form: LoginForm, _ outcome: SignOnOutcome) async throws -> Response {
        // The password took its time, and others may wait in front of it.
        let now = services.clock.now
        let desk = FirstLoginDesk(services: services, exchange: outcome.exchange)
        let customer = try await desk.judge(user.customer(authnContextClass: authnContextClass), at: now)
        if let waiting = form.waiting {
            let accepted = try await outcome.takeWaiting(waiting, at: now)
            try await desk.record(customer, at: now)
            try await tell(customer, outcome, at: now)
            let session = try await outcome.begin(session(of: customer, landing: nil, at: now))
            return outcome.holding(session, try await outcome.answer(accepted, session: session, at: now))
        }
        let link = try LandingDesk(services).link(for: customer, to: nil, at: now)
        try await desk.record(customer, at: now)
        try await tell(customer, outcome, at: now)
        return try await ArrivalController(services: services)
            .arrive(session(of: customer, landing: .link(link), at: now), outcome, at: now)
    }

    private var authnContextClass: String {
        services.baseURL.hasPrefix("https://")
            ? AuthnContextClass.passwordProtectedTransport : AuthnContextClass.password
    }

    private func session(of customer: Customer, landing: Landing?, at now: Instant) -> Session {
        Session(
            customer: customer,
            authnInstant: now,
            createdAt: now,
            expiresAt: now.adding(seconds: services.sessionLifetime),
            landing: landing
        )
    }

    private func tell(_ customer: Customer, _ outcome: SignOnOutcome, at now: Instant) async throws {
        Telemetry.loggedIn()
        services.logger.info("signed in at the test directory")
        var entry = TrailEntry(at: now, kind: .testSignIn)
        entry.reference = outcome.exchange.reference
        entry.portal = customer.portal
        entry.account = services.accountHash.hash(customer.xAccountID)
        try await services.stores.trail.append(entry)
    }

    private func page(_ outcome: SignOnOutcome, waiting: OpaqueID?, telling message: Bilingual?) -> Response {
        let browser = outcome.browserID ?? OpaqueID(from: services.randomness)
        let login = LoginPage(
            waiting: waiting?.text,
            proof: services.login.proof.value(for: browser),
            message: message
        )
        let builder = ResponseBuilder(exchange: outcome.exchange)
        let html = Array(login.html(outcome.exchange.language).utf8)
        var response = builder.page(message == nil ? .ok : .forbidden, html, policy: login.contentSecurityPolicy)
        let cookie = Cookie.browser(baseURL: services.baseURL)
        response.headers.append(HTTPField(name: .setCookie, value: cookie.header(browser)))
        // With `no-referrer` a browser would send `Origin: null` with the form.
        if let policy = HTTPField.Name("Referrer-Policy") { response.headers[policy] = "same-origin" }
        return response
    }

    private func refuse(_ refusal: Refusal, _ outcome: SignOnOutcome) async -> Response {
        var response = await outcome.refuse(refusal, RefusalSubject(.loginRefused))
        if refusal.code == .loginThrottled {
            response.status = .tooManyRequests
            response.headers[.retryAfter] = "\(LoginThrottle.window)"
        }
        return response
    }
}
