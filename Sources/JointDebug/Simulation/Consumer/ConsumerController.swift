import HuaweiCloud
import Hummingbird
import SAML
import XMLSecurity

/// The assertion consumer service: judges responses, and tells all that is wrong with them.
struct ConsumerController: Sendable {
    let simulation: SimulatedHuaweiCloud

    func add(to router: Router<BasicRequestContext>) {
        router.post("/authui/saml/SAMLAssertionConsumer") { request, _ in try await consume(request) }
    }

    private func consume(_ request: Request) async throws -> Response {
        let now = simulation.now(try simulation.faults.faults(for: request))
        let body = try await request.body.collect(upTo: HTTPPOSTBinding.longestBody)
        let received: ReceivedResponse
        do {
            received = try await receive(Array(body.readableBytesView))
        } catch let refusal as Refusal {
            await note(.responseRefused, [refusal])
            return RefusalPage.of([refusal], status: .badRequest)
        }
        let findings = received.findings(of: simulation, at: now)
        do {
            let (arrival, assertionID) = try received.arrival(at: simulation, now)
            try await simulation.outstanding.answer(received.sent.id, by: assertionID)
            return try await admit(arrival, isFirstLogin: received.sent.isFirstLogin, findings)
        } catch let refusal as Refusal {
            await note(.responseRefused, [refusal], findings, received.sent)
            return RefusalPage.of([refusal], findings)
        }
    }

    // Which request is answered is read before anything is verified; the judge compares it again afterwards.
    private func receive(_ body: [UInt8]) async throws -> ReceivedResponse {
        let decoded = try InboundMessage.post(body: body).decode(.response)
        let root: XMLElement
        do {
            root = try XMLDocument(parsing: decoded.xml, limits: .message).root
        } catch {
            throw Refusal(error)
        }
        let id = root.attribute("InResponseTo")
        guard let sent = await simulation.outstanding.request(id ?? ""),
            let registration = simulation.registrations[sent.platformID]
        else {
            let expected = "the ID of a request that was sent"
            throw Refusal(
                .responseToMismatch,
                xpath: root.xpath,
                line: root.line,
                expected: expected,
                found: id ?? "no InResponseTo"
            )
        }
        return ReceivedResponse(body: body, decoded: decoded, sent: sent, registration: registration)
    }

    private func admit(_ arrival: Arrival, isFirstLogin: Bool, _ findings: [LintFinding]) async throws -> Response {
        let customer = await simulation.customers.bound(to: arrival.account)
        switch (customer, isFirstLogin) {
        case (nil, true):
            let ticket = await simulation.sessions.ask(arrival)
            await simulation.note(.bindingOffered, arrival, findings: findings)
            return SimulationPage.redirect(simulation.loginOrigin + BindingController.path + "?ticket=" + ticket)
        case (let customer?, false):
            try judge(arrival, customer)
            return await simulation.letIn(arrival, as: customer, findings: findings)
        // Not documented what the real one shows; the rule of isFirstLogin is (huawei-cloud.md 3.1).
        case (nil, false):
            throw Refusal(.loginLinkFirstLogin, xpath: "isFirstLogin", expected: "true", found: "false")
        case (_?, true):
            let expected = "false, empty or absent: the customer is bound"
            throw Refusal(.loginLinkFirstLogin, xpath: "isFirstLogin", expected: expected, found: "true")
        }
    }

    // huawei-cloud.md 3.5: name, when sent, equals domain_name of create-customer.
    private func judge(_ arrival: Arrival, _ customer: SimulatedCustomer) throws(Refusal) {
        guard customer.isMadeByAPI, let name = arrival.value("name"), name != customer.domainName else { return }
        throw Refusal(.attributeAccountName, xpath: "name", expected: customer.domainName, found: name)
    }

    private func note(
        _ kind: SimulationEvent.Kind,
        _ refusals: [Refusal],
        _ findings: [LintFinding] = [],
        _ sent: OutstandingRequests.Request? = nil
    ) async {
        var event = SimulationEvent(kind, at: simulation.clock())
        event.refusals = refusals
        event.findings = findings
        event.platformID = sent?.platformID
        event.requestID = sent?.id
        await simulation.log.add(event)
    }
}
