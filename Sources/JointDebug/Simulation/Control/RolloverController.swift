import Hummingbird
import SAML
import XMLSecurity

/// The SP's key rollover, step by step.
struct RolloverController: Sendable {
    private typealias Step = ServiceProviderKeys.Step

    let simulation: SimulatedHuaweiCloud

    func add(to group: RouterGroup<BasicRequestContext>) {
        group.post("rollover") { request, _ in try await roll(request) }
    }

    static func forms(_ keys: ServiceProviderKeys) -> String {
        let count = keys.certificates.count
        return "<p>SP 证书 SP certificates: \(count)</p>"
            + form(.prepare, "发布下一证书 Publish the next certificate")
            + form(.roll, "改用下一密钥 Sign with the next key") + form(.finish, "移除旧证书 Remove the old certificate")
            + form(.restore, "恢复最初的密钥 Go back to the first key")
    }

    private static func form(_ step: Step, _ button: String) -> String {
        var form = Form(to: "/simulation/rollover")
        form.hidden("step", step.rawValue)
        return form.html(button: button)
    }

    private func roll(_ request: Request) async throws -> Response {
        let name = try await FormFields(request, ["step"]).required("step")
        guard let step = Step(rawValue: name) else { return SimulationPage.unusable(Step.choice) }
        try simulation.keys.take(step)
        let fingerprints = simulation.keys.certificates.map(\.fingerprint)
        var event = SimulationEvent(.rollover, at: simulation.clock())
        event.facts = ["step": name, "certificates": fingerprints.joined(separator: ",")]
        await simulation.log.add(event)
        return SimulationPage.html(
            .ok,
            "SP 证书 SP certificates",
            Table.html(fingerprints.map { [$0] }) + ControlPages.back
        )
    }
}
