import Hummingbird
import SAML
import XMLSecurity

/// The SP's key rollover, step by step.
struct RolloverController: Sendable {
    private enum Step: String {
        case prepare
        case roll
        case finish
    }

    let simulation: SimulatedHuaweiCloud

    func add(to group: RouterGroup<BasicRequestContext>) {
        group.post("rollover") { request, _ in try await roll(request) }
    }

    static func forms(_ keys: ServiceProviderKeys) -> String {
        let count = keys.certificates.count
        return "<p>SP 证书 SP certificates: \(count)</p>"
            + form(.prepare, "发布下一证书 Publish the next certificate")
            + form(.roll, "改用下一密钥 Sign with the next key") + form(.finish, "移除旧证书 Remove the old certificate")
    }

    private static func form(_ step: Step, _ button: String) -> String {
        var form = Form(to: "/simulation/rollover")
        form.hidden("step", step.rawValue)
        return form.html(button: button)
    }

    private func roll(_ request: Request) async throws -> Response {
        let name = try await FormFields(request, ["step"]).required("step")
        switch Step(rawValue: name) {
        case .prepare: try simulation.keys.prepare()
        case .roll: try simulation.keys.rollOver()
        case .finish: simulation.keys.finish()
        case nil:
            return SimulationPage.unusable(
                Bilingual("step is prepare, roll or finish.", "step 的取值为 prepare、roll 或 finish。")
            )
        }
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
