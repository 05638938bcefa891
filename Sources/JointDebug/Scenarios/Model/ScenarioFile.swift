import SAML
import Yams

/// Reads scenarios from YAML: a list, each with `id`, `purpose`, `source` and `steps`.
public enum ScenarioFile: Sendable {
    /// A file is written by hand; 1 MB holds thousands of scenarios.
    public static let longest = 1024 * 1024

    private static let keys: Set = ["id", "purpose", "source", "needs", "proves", "alone", "steps"]

    /// The scenarios of a file.
    /// - Parameters:
    ///   - text: the YAML.
    ///   - name: what the file is called in errors.
    /// - Returns: the scenarios in their order.
    /// - Throws: ``ScenarioError`` with the line for the first thing that is wrong.
    public static func scenarios(in text: String, named name: String) throws(ScenarioError) -> [Scenario] {
        guard text.utf8.count <= longest else {
            throw ScenarioError(name, nil, Bilingual("The file has more than 1 MB.", "文件超过 1 MB。"))
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw ScenarioError(name, nil, Bilingual("It is no YAML: \(error)", "不是合法的 YAML：\(error)"))
        }
        guard let list = root?.sequence else {
            throw ScenarioError(name, root, Bilingual("It must be a list of scenarios.", "应为场景列表。"))
        }
        var scenarios: [Scenario] = []
        for node in list {
            let scenario = try scenario(ScenarioNode(node, in: name))
            guard !scenarios.contains(where: { $0.id == scenario.id }) else {
                throw ScenarioError(name, node, Bilingual("\(scenario.id) stands twice.", "\(scenario.id) 重复。"))
            }
            scenarios.append(scenario)
        }
        return scenarios
    }

    private static func scenario(_ node: ScenarioNode) throws(ScenarioError) -> Scenario {
        try node.allow(keys)
        let id = try node.text("id")
        guard let family = ScenarioFamily(rawValue: String(id.prefix { $0 != "." })) else {
            let names = ScenarioFamily.allCases.map(\.rawValue).joined(separator: ", ")
            throw node.error("The id \(id) begins with none of \(names).", "id \(id) 须以下列之一开头：\(names)。")
        }
        var needs: [ScenarioNeed] = []
        for name in try node.texts("needs") {
            guard let need = ScenarioNeed(rawValue: name) else {
                throw node.error("\(id) needs '\(name)', which is not known.", "\(id) 的 needs 中“\(name)”未知。")
            }
            needs.append(need)
        }
        var steps: [ScenarioStep] = []
        for step in try node.nodes("steps") { steps += try ScenarioStepReader.steps(step) }
        guard !steps.isEmpty else { throw node.error("\(id) has no steps.", "\(id) 没有步骤。") }
        return Scenario(
            id: id,
            family: family,
            purpose: try node.bilingual("purpose"),
            source: try node.text("source"),
            needs: needs,
            proves: try node.texts("proves"),
            isAlone: try node.flag("alone"),
            steps: steps
        )
    }
}
