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
            let (arrival, assertionID) = try received.arrival(at: simulation, now, findings)
            try await simulation.outstanding.answer(received.sent.id, by: assertionID)
            return try await admit(arrival, isFirstLogin: received.sent.isFirstLogin)
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

    private func admit(_ arrival: Arrival, isFirstLogin: Bool) async throws -> Response {
        let customer = await simulation.customers.bound(to: arrival.account)
        switch (customer, isFirstLogin) {
        case (nil, true):
            let ticket = await simulation.sessions.ask(arrival)
            await simulation.note(.bindingOffered, arrival)
            return SimulationPage.redirect(simulation.loginOrigin + BindingController.path + "?ticket=" + ticket)
        case (let customer?, false):
            try judge(arrival, customer)
            return await simulation.letIn(arrival, as: customer)
        case (nil, false): throw Self.firstLogin(expected: "true", found: "false")
        case (_?, true):
            throw Self.firstLogin(expected: "false, empty or absent: the customer is bound", found: "true")
        }
    }

    private static func firstLogin(expected: String, found: String) -> Refusal {
        Refusal(
            .loginLinkFirstLogin,
            xpath: "isFirstLogin",
            expected: expected,
            found: found,
            detail: Bilingual(
                "What the real HUAWEI CLOUD shows here is not documented.",
                "真实华为云此时的表现没有文档说明。"
            )
        )
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
