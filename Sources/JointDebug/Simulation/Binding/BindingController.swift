import HuaweiCloud
import Hummingbird
import SAML

/// First login: a new account, or one that exists, is bound; then the partner is told.
struct BindingController: Sendable {
    static let path = "/authui/binding"

    let simulation: SimulatedHuaweiCloud

    func add(to router: Router<BasicRequestContext>) {
        router.get("\(Self.path)") { request, _ in try await ask(request) }
        router.post("\(Self.path)/new") { request, _ in try await bind(request, makingNew: true) }
        router.post("\(Self.path)/existing") { request, _ in try await bind(request, makingNew: false) }
    }

    private func ask(_ request: Request) async throws -> Response {
        let ticket = request.uri.queryParameters["ticket"].map(String.init) ?? ""
        guard let arrival = await simulation.sessions.asked(ticket) else { return BindingPages.gone() }
        return BindingPages.choice(arrival, ticket: ticket)
    }

    private func bind(_ request: Request, makingNew: Bool) async throws -> Response {
        let faults = try simulation.faults.faults(for: request)
        let fields = try await FormFields(request, ["ticket", "domain_name"])
        let ticket = try fields.required("ticket")
        guard let arrival = await simulation.sessions.asked(ticket) else { return BindingPages.gone() }
        let name = fields["domain_name"] ?? ""
        guard !makingNew || AccountName.holds(name) else {
            return await refuse(arrival, ticket, name, AccountName.rule, "name-rule")
        }
        do {
            let customer =
                makingNew ? try await create(name, for: arrival) : try await bind(name, to: arrival)
            await simulation.sessions.decide(ticket)
            return try await finish(customer, arrival, faults)
        } catch let error as SimulatedCustomers.BindingError {
            return await refuse(arrival, ticket, name, error.reason, error.name)
        }
    }

    private func create(_ name: String, for arrival: Arrival) async throws -> SimulatedCustomer {
        try await simulation.customers.create(
            name,
            accountID: arrival.account,
            platformID: arrival.platformID,
            mobile: arrival.value("mobile"),
            email: arrival.value("email"),
            byAPI: false,
            at: simulation.clock()
        )
    }

    private func bind(_ name: String, to arrival: Arrival) async throws -> SimulatedCustomer {
        try await simulation.customers.bind(
            name,
            to: arrival.account,
            platformID: arrival.platformID,
            at: simulation.clock()
        )
    }

    private func finish(_ customer: SimulatedCustomer, _ arrival: Arrival, _ faults: Faults) async throws -> Response {
        let facts = ["domain_name": customer.domainName, "domain_id": customer.domainID]
        await simulation.note(.bound, arrival, facts)
        let message = AssociationMessage(
            xUserID: arrival.user,
            domainName: customer.domainName,
            domainID: customer.domainID,
            action: .bind
        )
        let sender = NotificationSender(simulation: simulation)
        let carried = try await sender.send(message, of: arrival.account, to: arrival.platformID, faults)
        let (url, session) = await simulation.beginSession(arrival, as: customer)
        let cookie = SimulatedHuaweiCloud.cookie(session)
        guard let carried else { return SimulationPage.redirect(url, cookie: cookie) }
        var page = BindingPages.done(customer, carried, goOn: url)
        page.headers[.setCookie] = cookie
        return page
    }

    private func refuse(
        _ arrival: Arrival,
        _ ticket: String,
        _ name: String,
        _ reason: Bilingual,
        _ fact: String
    ) async -> Response {
        await simulation.note(.bindingRefused, arrival, ["reason": fact, "domain_name": name])
        return BindingPages.choice(arrival, ticket: ticket, name: name, problem: reason, status: .conflict)
    }
}
