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
    func currentSession(at now: Instant) async throws -> Session? {
        let name = Cookie.session(baseURL: services.baseURL, lifetime: services.sessionLifetime).name
        guard let id = exchange.cookie(name).flatMap({ OpaqueID($0) }) else { return nil }
        return try await services.stores.sessions.session(id, at: now)
    }

    /// Decides and answers.
    func answer(_ accepted: AcceptedRequest, session: Session?, at now: Instant) async throws -> Response {
        let identityProvider = services.identityProvider
        switch identityProvider.decide(accepted, session: session, admission: services.admission, at: now) {
        case .abandon(let refusal):
            let subject = RefusalSubject(
                .requestRefused,
                serviceProvider: accepted.serviceProvider,
                portal: session?.customer.portal,
                account: session?.customer.xAccountID
            )
            return await refuse(refusal, subject)
        case .signIn:
            return try await askPortal(accepted, at: now)
        case .answer(let answer):
            let response = try identityProvider.respond(answer, at: now)
            try await record(response)
            let form = PostForm(
                response.xml,
                as: .response,
                to: response.assertionConsumerService,
                relayState: response.relayState
            )
            return builder.page(.ok, form.html(exchange.language), policy: PostForm.contentSecurityPolicy)
        }
    }

    /// A refusal on our own page: nothing is signed.
    func refuse(_ refusal: Refusal, _ subject: RefusalSubject) async -> Response {
        services.logger.notice(
            "refused",
            metadata: [
                "reference": .string(exchange.reference), "code": .string(refusal.code.id),
                "expected": .string(refusal.expected ?? ""), "found": .string(refusal.found ?? ""),
            ]
        )
        Telemetry.refused(refusal)
        await RefusalRecord(services: services, reference: exchange.reference).append(refusal, subject)
        return builder.refusal(refusal, back: services.portals.first?.signInURL)
    }

    /// Starts a session in this browser and goes on.
    func begin(_ session: Session, then response: Response) async throws -> Response {
        let id = OpaqueID(from: services.randomness)
        try await services.stores.sessions.save(session, as: id)
        var response = response
        let cookie = Cookie.session(baseURL: services.baseURL, lifetime: services.sessionLifetime)
        response.headers.append(HTTPField(name: .setCookie, value: cookie.header(id)))
        return response
    }

    /// A redirect.
    func redirect(to location: String) -> Response {
        builder.redirect(to: location)
    }

    // The request waits under an id that the portal gets, bound to a cookie that it does not get.
    private func askPortal(_ accepted: AcceptedRequest, at now: Instant) async throws -> Response {
        guard let portal = services.portals.first else {
            let subject = RefusalSubject(.requestRefused, serviceProvider: accepted.serviceProvider)
            return await refuse(Refusal(.sessionNoPortal), subject)
        }
        let cookie = Cookie.browser(baseURL: services.baseURL)
        let browser = exchange.cookie(cookie.name).flatMap { OpaqueID($0) } ?? OpaqueID(from: services.randomness)
        let pending = PendingRequest(
            id: OpaqueID(from: services.randomness),
            browser: browser.digest,
            request: accepted,
            expiresAt: now.adding(seconds: PendingRequest.lifetime)
        )
        try await services.stores.pending.park(pending)
        let separator = portal.signInURL.contains("?") ? "&" : "?"
        let resume = PercentEncoding.encode(services.baseURL + "/sso/resume")
        var response = redirect(to: "\(portal.signInURL)\(separator)request=\(pending.id.text)&return=\(resume)")
        response.headers.append(HTTPField(name: .setCookie, value: cookie.header(browser)))
        services.logger.info("waiting for the portal", metadata: ["reference": .string(exchange.reference)])
        return response
    }

    private func record(_ response: SignedResponse) async throws {
        let record = response.record
        let account = record.xAccountID.map { services.accountHash.hash($0) }
        try await services.stores.ledger.append(LedgerEntry(record, reference: exchange.reference, account: account))
        Telemetry.answered(record)
        services.logger.info(
            "answered",
            metadata: [
                "reference": .string(exchange.reference), "decision": .string(record.decision),
                "sp": .string(record.serviceProvider), "assertion": .string(record.assertionID ?? ""),
            ]
        )
        for warning in response.warnings {
            services.logger.warning(
                "attribute left out",
                metadata: [
                    "reference": .string(exchange.reference), "attribute": .string(warning.name),
                    "rule": .string(warning.rule.en),
                ]
            )
        }
    }
}
