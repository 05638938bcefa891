import Hummingbird
import SAML

/// Switches faults on and off for everybody: by checkboxes, or by a PUT of `name[=value],…`.
struct FaultController: Sendable {
    let simulation: SimulatedHuaweiCloud

    func add(to group: RouterGroup<BasicRequestContext>) {
        group.get("faults") { _, _ in page() }
        group.post("faults") { request, _ in try await choose(request) }
        group.put("faults") { request, _ in try await put(request) }
    }

    private func choose(_ request: Request) async throws -> Response {
        let names = FaultKind.allCases.map(\.rawValue)
        let fields = try await FormFields(request, Set(names + names.map { $0 + ".value" }))
        let chosen = FaultKind.allCases.filter { fields[$0.rawValue] != nil }.map { kind in
            guard kind.value != nil, let value = fields[kind.rawValue + ".value"] else { return kind.rawValue }
            return "\(kind.rawValue)=\(value)"
        }
        await set(try Faults(chosen.joined(separator: ",")))
        return page()
    }

    private func put(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: FormFields.longest)
        let text = String(buffer: body).filter { !$0.isNewline }
        do {
            await set(try Faults(text))
        } catch {
            return SimulationPage.text(.badRequest, error.message.en)
        }
        return SimulationPage.text(.ok, simulation.faults.current.text)
    }

    private func set(_ faults: Faults) async {
        simulation.faults.set(faults)
        var event = SimulationEvent(.faults, at: simulation.clock())
        event.facts = ["faults": faults.text]
        await simulation.log.add(event)
    }

    private func page() -> Response {
        let faults = simulation.faults.current
        var form = Form(to: "/simulation/faults")
        for kind in FaultKind.allCases {
            let summary = "\(kind.summary.zh) \(kind.summary.en)"
            form.checkbox(kind.rawValue, "\(kind.rawValue): \(summary)", isOn: faults.contains(kind))
            guard let value = kind.value else { continue }
            let label = "\(value.unit.zh) \(value.unit.en) (\(value.range.lowerBound)–\(value.range.upperBound))"
            form.text(kind.rawValue + ".value", label, value: "\(faults[kind] ?? value.assumed)", isRequired: false)
        }
        return SimulationPage.html(.ok, "故障 Faults", form.html(button: "保存 Save") + ControlPages.back)
    }
}
