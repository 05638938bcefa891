/// A step's parameters and expectations with names like `{account}` filled in.
struct StepInput {
    let parameters: StepValues
    let expected: StepValues

    init(_ step: ScenarioStep, names: [String: String]) {
        func filled(_ values: [String: String]) -> StepValues {
            StepValues(
                values.mapValues { value in
                    names.reduce(value) { $0.replacing("{\($1.key)}", with: $1.value) }
                }
            )
        }
        parameters = filled(step.parameters)
        expected = filled(step.expected)
    }

    /// A step of another action's making.
    init(parameters: [String: String] = [:]) {
        self.parameters = StepValues(parameters)
        expected = StepValues()
    }

    subscript(_ name: String) -> String? { parameters[name] }

    func isOn(_ name: String) -> Bool { parameters[name] == "true" }

    func number(_ name: String) -> Int64? { parameters[name].flatMap { Int64($0) } }

    /// What of a family of expectations is asked, such as all `attribute.`.
    func expected(under prefix: String) -> [(name: String, value: String)] { expected.under(prefix) }

    /// The failure of a step that held without a look at all that it was given.
    var unasked: StepFailure? {
        let names = parameters.unasked.map { "with \($0)" } + expected.unasked.map { "expect \($0)" }
        guard !names.isEmpty else { return nil }
        let list = names.joined(separator: ", ")
        return StepFailure("Nothing here looks at \(list)", "此处未用到 \(list)")
    }
}
