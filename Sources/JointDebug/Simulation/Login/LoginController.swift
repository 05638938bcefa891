import HuaweiCloud
import Hummingbird
import SAML

/// The login link (huawei-cloud.md 3.1).
struct LoginController: Sendable {
    let simulation: SimulatedHuaweiCloud

    func add(to router: Router<BasicRequestContext>) {
        router.get("/authui/saml/login") { request, _ in try await login(request) }
    }

    private func login(_ request: Request) async throws -> Response {
        let faults = try simulation.faults.faults(for: request)
        let link = simulation.site.loginLink + (request.uri.query.map { "?" + $0 } ?? "")
        let reading = LoginLinkReading(link, at: simulation.site)
        let registration = reading.platformID.flatMap { simulation.registrations[$0] }
        guard let registration, reading.refusals.isEmpty else {
            return await refuse(reading, registration)
        }
        let sent = try simulation.signOnRequest(to: registration, faults)
        await simulation.outstanding.add(
            OutstandingRequests.Request(
                id: sent.id,
                relayState: sent.relayState,
                service: reading.service ?? simulation.site.defaultService,
                isFirstLogin: reading.isFirstLogin == "true",
                platformID: registration.platformID.value
            )
        )
        var event = SimulationEvent(.request, at: simulation.clock())
        event.platformID = registration.platformID.value
        event.requestID = sent.id
        event.facts = ["url": sent.url, "faults": faults.text, "is_first_login": reading.isFirstLogin ?? ""]
        await simulation.log.add(event)
        return SimulationPage.redirect(sent.url)
    }

    private func refuse(_ reading: LoginLinkReading, _ registration: Registration?) async -> Response {
        var refusals = reading.refusals
        if registration == nil, !refusals.contains(where: { $0.code == .loginLinkPlatformID }) {
            let known = simulation.registrations.all.map(\.platformID.value).joined(separator: ", ")
            refusals.append(
                Refusal(
                    .loginLinkPlatformID,
                    xpath: "xAccountType",
                    expected: known.isEmpty ? "a platform with IDP metadata; there is none" : known,
                    found: reading.platformID
                )
            )
        }
        var event = SimulationEvent(.loginRefused, at: simulation.clock())
        event.platformID = reading.platformID
        event.refusals = refusals
        await simulation.log.add(event)
        return RefusalPage.of(refusals, status: .badRequest)
    }
}
