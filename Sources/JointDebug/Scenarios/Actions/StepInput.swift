/// A step's parameters and expectations with names like `{account}` filled in.
struct StepInput {
    let parameters: [String: String]
    let expected: [String: String]

    init(_ step: ScenarioStep, names: [String: String]) {
        func filled(_ values: [String: String]) -> [String: String] {
            values.mapValues { value in
                names.reduce(value) { $0.replacing("{\($1.key)}", with: $1.value) }
            }
        }
        parameters = filled(step.parameters)
        expected = filled(step.expected)
    }

    /// A step of another action's making.
    init(parameters: [String: String] = [:], expected: [String: String] = [:]) {
        self.parameters = parameters
        self.expected = expected
    }

    subscript(_ name: String) -> String? { parameters[name] }

    func isOn(_ name: String) -> Bool { parameters[name] == "true" }

    func number(_ name: String) -> Int64? { parameters[name].flatMap { Int64($0) } }

    /// What of a family of expectations is asked, such as all `attribute.`.
    func expected(under prefix: String) -> [(name: String, value: String)] {
        expected.filter { $0.key.hasPrefix(prefix) }
            .map { (String($0.key.dropFirst(prefix.count)), $0.value) }
            .sorted { $0.0 < $1.0 }
    }
}
