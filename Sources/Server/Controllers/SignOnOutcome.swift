import HTTPTypes
import HuaweiCloud
import Hummingbird
import IdentityProvider
import Logging
import Onboarding
import SAML
import XMLSecurity

/// Carries a decision out: the shell around `decide` and `respond`.
struct SignOnOutcome: Sendable {
    let services: Services
    let exchange: Exchange

    private var builder: ResponseBuilder { ResponseBuilder(exchange: exchange) }

    /// Who is signed in in this browser.
    func currentSession(at now: Instant) async throws -> BrowserSession? {
        guard let id = sessionID, let session = try await services.stores.sessions.session(id, at: now),
            session.hasBegun(at: now, skew: services.identityProvider.settings.skew)
        else { return nil }
        return BrowserSession(id: id, session: session)
    }

    /// What the browser holds, whether it is over or not.
    var sessionID: OpaqueID? { exchange.cookie(sessionCookie.name).flatMap { OpaqueID($0) } }

    /// The browser that requests wait for.
    var browserID: OpaqueID? {
        exchange.cookie(Cookie.browser(baseURL: services.baseURL).name).flatMap { OpaqueID($0) }
    }

    /// Decides and answers.
    func answer(_ accepted: AcceptedRequest, session: BrowserSession?, at now: Instant) async throws -> Response {
        let session = try await standing(session)
        let identityProvider = services.identityProvider
        let signedIn = session?.session
        switch identityProvider.decide(accepted, session: signedIn, admission: services.admission.current, at: now) {
        case .abandon(let refusal):
            let subject = RefusalSubject(
                .requestRefused,
                serviceProvider: accepted.serviceProvider,
                portal: signedIn?.customer.portal,
                account: signedIn?.customer.xAccountID
            )
            return await refuse(refusal, subject)
        case .signIn:
            return try await askToSignIn(accepted, at: now)
        case .answer(let answer):
            return try await deliver(answer, session, at: now)
        }
    }

    private func deliver(_ answer: Answer, _ session: BrowserSession?, at now: Instant) async throws -> Response {
        if let refusal = answer.refusal { TapNote.current?.refused(refusal) }
        let response = try Telemetry.signing { try services.identityProvider.respond(answer, at: now) }
        try await record(response, session)
        let form = PostForm(
            response.xml,
            as: .response,
            to: response.assertionConsumerService,
            relayState: response.relayState
        )
        return builder.page(.ok, form.html(exchange.language), policy: PostForm.contentSecurityPolicy)
    }

    // A session of the test directory answers while that is open and has the user: the stage or the file may have changed.
    private func standing(_ session: BrowserSession?) async throws -> BrowserSession? {
        guard let session, session.session.customer.isOfTestDirectory else { return session }
        let isKnown = try await services.openDirectory()?.knows(session.session.customer) == true
        return isKnown ? session : nil
    }

    /// A refusal on our own page: nothing is signed.
    func refuse(_ refusal: Refusal, _ subject: RefusalSubject) async -> Response {
        await note(refusal, subject)
        return builder.refusal(refusal, back: services.portals.first?.signInURL)
    }

    /// Logs, counts and writes down a refusal.
    func note(_ refusal: Refusal, _ subject: RefusalSubject) async {
        services.logger.notice(
            "refused",
            metadata: [
                "code": .string(refusal.code.id),
                "expected": .string(Self.short(refusal.expected)), "found": .string(Self.short(refusal.found)),
            ]
        )
        Telemetry.refused(refusal)
        await RefusalRecord(services: services, reference: exchange.reference).append(refusal, subject)
    }

    // What a stranger sent does not fill the log.
    private static func short(_ text: String?) -> String { String((text ?? "").prefix(200)) }

    /// Starts a session; an earlier one of this browser goes on in it when the customer is the same.
    func begin(_ session: Session) async throws -> BrowserSession {
        let id = OpaqueID(from: services.randomness)
        try await services.stores.sessions.save(session, as: id, continuing: sessionID)
        return BrowserSession(id: id, session: session)
    }

    /// Starts a session and sends the browser to where it leads.
    func land(_ session: Session, at now: Instant) async throws -> Response {
        switch session.landing {
        case .link(let link):
            return holding(try await begin(session), redirect(to: link))
        case .serviceProvider(let target):
            let admission = services.admission.current
            let answer = try services.identityProvider
                .decide(unsolicited: target, session: session, admission: admission, at: now).get()
            let begun = try await begin(session)
            return holding(begun, try await deliver(answer, begun, at: now))
        case nil:
            throw Refusal(.sessionRequestUnknown)
        }
    }

    /// A request that waits for this browser, and for no other.
    func waiting(_ id: OpaqueID, at now: Instant) async throws -> PendingRequest {
        guard let pending = try await services.stores.pending.pending(id, at: now),
            pending.hasBegun(at: now, skew: services.identityProvider.settings.skew)
        else { throw Refusal(.sessionRequestUnknown) }
        guard let browser = browserID, Digest.equal(browser.digest, pending.browser) else {
            throw Refusal(.sessionOtherBrowser)
        }
        return pending
    }

    /// Takes a request that waits for this browser.
    func takeWaiting(_ id: OpaqueID, at now: Instant) async throws -> AcceptedRequest {
        _ = try await waiting(id, at: now)
        guard let taken = try await services.stores.pending.take(id, at: now) else {
            throw Refusal(.sessionRequestUnknown)
        }
        return taken.request
    }

    /// Asks which of two customers counts.
    func choice(_ earlier: Customer, _ later: Customer, _ id: OpaqueID) -> Response {
        let html = ChoicePage.html(earlier, later, id, exchange.language)
        return builder.page(.ok, Array(html.utf8), policy: ChoicePage.contentSecurityPolicy)
    }

    /// Gives the browser its session.
    func holding(_ session: BrowserSession, _ response: Response) -> Response {
        var response = response
        response.headers.append(HTTPField(name: .setCookie, value: sessionCookie.header(session.id)))
        return response
    }

    private var sessionCookie: Cookie {
        let lifetime = services.identityProvider.settings.serviceProviderSession
        return Cookie.session(baseURL: services.baseURL, lifetime: lifetime)
    }

    /// A redirect.
    func redirect(to location: String) -> Response {
        builder.redirect(to: location)
    }

    /// Sends the browser back to us by a GET.
    ///
    /// An SP's POST is cross-site and brings no Lax cookie; the request waits until the browser shows them.
    func bounce(_ accepted: AcceptedRequest, at now: Instant) async throws -> Response {
        let (id, cookie) = try await park(accepted, at: now)
        var response = redirect(to: services.baseURL + "/saml/sso/" + id.text)
        response.headers.append(cookie)
        return response
    }

    private func askToSignIn(_ accepted: AcceptedRequest, at now: Instant) async throws -> Response {
        guard try await services.directoryToAsk() != nil else { return try await askPortal(accepted, at: now) }
        let (id, cookie) = try await park(accepted, at: now)
        var response = redirect(to: services.baseURL + "/login?request=" + id.text)
        response.headers.append(cookie)
        return response
    }

    // The request waits under an id that the portal gets, bound to a cookie that it does not get.
    private func askPortal(_ accepted: AcceptedRequest, at now: Instant) async throws -> Response {
        guard let portal = services.portals.first else {
            let subject = RefusalSubject(.requestRefused, serviceProvider: accepted.serviceProvider)
            return await refuse(Refusal(.sessionNoPortal), subject)
        }
        let (id, cookie) = try await park(accepted, at: now)
        let separator = portal.signInURL.contains("?") ? "&" : "?"
        let resume = PercentEncoding.encode(services.baseURL + "/sso/resume")
        var response = redirect(to: "\(portal.signInURL)\(separator)request=\(id.text)&return=\(resume)")
        response.headers.append(cookie)
        services.logger.info("waiting for the portal")
        return response
    }

    private func park(_ accepted: AcceptedRequest, at now: Instant) async throws -> (OpaqueID, HTTPField) {
        let cookie = Cookie.browser(baseURL: services.baseURL)
        let browser = browserID ?? OpaqueID(from: services.randomness)
        let pending = PendingRequest(
            id: OpaqueID(from: services.randomness),
            browser: browser.digest,
            request: accepted,
            expiresAt: now.adding(seconds: PendingRequest.lifetime)
        )
        try await services.stores.pending.park(pending)
        return (pending.id, HTTPField(name: .setCookie, value: cookie.header(browser)))
    }

    private func record(_ response: SignedResponse, _ session: BrowserSession?) async throws {
        if let participant = response.participant, let session {
            try await services.stores.sessions.join(participant, in: session.session, of: session.id)
        }
        let record = response.record
        let account = record.xAccountID.map { services.accountHash.hash($0) }
        try await services.stores.ledger.append(LedgerEntry(record, reference: exchange.reference, account: account))
        Telemetry.answered(record)
        services.logger.info(
            "answered",
            metadata: [
                "decision": .string(record.decision),
                "sp": .string(record.serviceProvider), "assertion": .string(record.assertionID ?? ""),
            ]
        )
        for warning in response.warnings {
            services.logger.warning(
                "attribute left out",
                metadata: [
                    "attribute": .string(warning.name),
                    "rule": .string(warning.rule.en),
                ]
            )
        }
    }
}
