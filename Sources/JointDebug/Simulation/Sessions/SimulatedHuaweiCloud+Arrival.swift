import Hummingbird
import SAML

extension SimulatedHuaweiCloud {
    /// The cookie of the login host.
    static let sessionCookie = "simulation-session"

    /// Signs a customer in and sends him to the page that he wanted, with a ticket that opens it once.
    func letIn(_ arrival: Arrival, as customer: SimulatedCustomer, findings: [LintFinding] = []) async -> Response {
        let (url, session) = await beginSession(arrival, as: customer, findings: findings)
        return SimulationPage.redirect(url, cookie: Self.cookie(session))
    }

    /// Signs a customer in.
    /// - Returns: the page that he wanted, and the session.
    func beginSession(
        _ arrival: Arrival,
        as customer: SimulatedCustomer,
        findings: [LintFinding] = []
    ) async -> (url: String, session: String) {
        let (session, ticket) = await sessions.begin(arrival, as: customer)
        let facts = ["domain_name": customer.domainName, "domain_id": customer.domainID, "service": arrival.service]
        await note(.arrival, arrival, facts, ticket: ticket, findings: findings)
        return (Self.url(arrival.service, ticket: ticket), session.id)
    }

    static func cookie(_ session: String) -> String {
        "\(sessionCookie)=\(session); Path=/; HttpOnly; SameSite=Lax"
    }

    /// Writes an event of a customer down.
    func note(
        _ kind: SimulationEvent.Kind,
        _ arrival: Arrival,
        _ facts: [String: String] = [:],
        ticket: String? = nil,
        refusals: [Refusal] = [],
        findings: [LintFinding] = []
    ) async {
        var event = SimulationEvent(kind, at: clock())
        event.platformID = arrival.platformID
        event.requestID = arrival.requestID
        event.arrivalID = ticket
        event.attributes = arrival.attributes
        event.facts = facts
        event.refusals = refusals
        event.findings = findings
        await log.add(event)
    }

    private static func url(_ service: String, ticket: String) -> String {
        let end = service.firstIndex(of: "#") ?? service.endIndex
        let separator = service[..<end].contains("?") ? "&" : "?"
        return service[..<end] + separator + "arrival=" + ticket + service[end...]
    }
}
