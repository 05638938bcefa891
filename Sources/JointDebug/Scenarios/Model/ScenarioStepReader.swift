import SAML

/// Reads steps; `cross` stands for the whole way of a plain sign-on, whose parts are reported one by one.
enum ScenarioStepReader {
    private static let keys: Set = ["do", "with", "expect", "within", "title"]

    static func steps(_ node: ScenarioNode) throws(ScenarioError) -> [ScenarioStep] {
        try node.allow(keys)
        let name = try node.text("do")
        let (parameters, expected) = (try node.values("with"), try node.values("expect"))
        if name == "cross" {
            guard expected.isEmpty else { throw node.error("'cross' takes no expect.", "cross 不带 expect。") }
            return try cross(parameters, node)
        }
        guard let action = ScenarioActions.named(name) else {
            let names = (ScenarioActions.all.map { $0.name } + ["cross"]).joined(separator: ", ")
            throw node.error("There is no '\(name)'; there are \(names).", "没有“\(name)”；可用 \(names)。")
        }
        try check(parameters, action.parameters, "with", of: name, node)
        try check(expected, action.expectations, "expect", of: name, node)
        return [
            ScenarioStep(
                action: action,
                parameters: parameters,
                expected: expected,
                within: try node.number("within"),
                title: node.has("title") ? try node.bilingual("title") : action.title
            )
        ]
    }

    // An action may take a family of names: `attribute.` stands for all that begin with it.
    private static func check(
        _ values: [String: String],
        _ known: Set<String>,
        _ part: String,
        of action: String,
        _ node: ScenarioNode
    ) throws(ScenarioError) {
        let prefixes = known.filter { $0.hasSuffix(".") }
        for name in values.keys.sorted() where !known.contains(name) && !prefixes.contains(where: name.hasPrefix) {
            let names = known.sorted().joined(separator: ", ")
            throw node.error(
                "'\(action)' has no \(part) '\(name)'; it has \(names.isEmpty ? "none" : names).",
                "“\(action)”的 \(part) 没有“\(name)”；可用 \(names.isEmpty ? "无" : names)。"
            )
        }
    }

    private static func cross(
        _ parameters: [String: String],
        _ node: ScenarioNode
    ) throws(ScenarioError) -> [ScenarioStep] {
        try check(parameters, HandOver.parameters, "with", of: "cross", node)
        let parts: [(any ScenarioAction.Type, [String: String], [String: String])] = [
            (HandOver.self, parameters, [:]), (OpenLoginLink.self, [:], [:]), (SendRequest.self, [:], [:]),
            (CheckResponse.self, [:], [:]), (PostResponse.self, [:], [:]),
        ]
        // What an identity provider was told a moment ago, it knows by the time that it answers a request.
        let within = try node.number("within")
        return parts.map { action, parameters, expected in
            ScenarioStep(
                action: action,
                parameters: parameters,
                expected: expected,
                within: action == SendRequest.self ? within : 0,
                title: action.title
            )
        }
    }
}
