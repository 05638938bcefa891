import SAML
import Yams

/// A mapping of a scenario file, read by name; whatever is wrong is an error with its line.
struct ScenarioNode {
    private let node: Node
    private let file: String
    private let mapping: Node.Mapping

    init(_ node: Node, in file: String) throws(ScenarioError) {
        guard let mapping = node.mapping else {
            throw ScenarioError(file, node, Bilingual("A mapping is expected here.", "此处应为映射。"))
        }
        self.node = node
        self.file = file
        self.mapping = mapping
    }

    func error(_ en: String, _ zh: String) -> ScenarioError {
        ScenarioError(file, node, Bilingual(en, zh))
    }

    func allow(_ names: Set<String>) throws(ScenarioError) {
        for (key, _) in mapping where !names.contains(key.string ?? "") {
            let known = names.sorted().joined(separator: ", ")
            let name = key.string ?? "?"
            let message = Bilingual("There is no '\(name)' here; \(known).", "此处没有“\(name)”；可用 \(known)。")
            throw ScenarioError(file, key, message)
        }
    }

    func has(_ name: String) -> Bool { mapping[name] != nil }

    func text(_ name: String) throws(ScenarioError) -> String {
        guard let text = mapping[name]?.string, !text.isEmpty else {
            throw error("'\(name)' is missing, or no text.", "缺少“\(name)”，或不是文本。")
        }
        return text
    }

    func flag(_ name: String) throws(ScenarioError) -> Bool {
        guard let node = mapping[name] else { return false }
        guard let flag = node.bool else { throw error("'\(name)' is true or false.", "“\(name)”应为 true 或 false。") }
        return flag
    }

    func number(_ name: String) throws(ScenarioError) -> Int {
        guard let node = mapping[name] else { return 0 }
        guard let number = node.int, number >= 0 else { throw error("'\(name)' is a number.", "“\(name)”应为数字。") }
        return number
    }

    func texts(_ name: String) throws(ScenarioError) -> [String] {
        guard let node = mapping[name] else { return [] }
        guard let texts = node.sequence.map({ $0.compactMap(\.string) }) else {
            throw error("'\(name)' is a list.", "“\(name)”应为列表。")
        }
        return texts
    }

    func nodes(_ name: String) throws(ScenarioError) -> [ScenarioNode] {
        guard let list = mapping[name]?.sequence else { throw error("'\(name)' is a list.", "“\(name)”应为列表。") }
        var nodes: [ScenarioNode] = []
        for node in list { nodes.append(try ScenarioNode(node, in: file)) }
        return nodes
    }

    func values(_ name: String) throws(ScenarioError) -> [String: String] {
        guard let node = mapping[name] else { return [:] }
        var values: [String: String] = [:]
        for (key, value) in node.mapping ?? [:] {
            guard let key = key.string, let text = value.string else {
                throw ScenarioError(file, value, Bilingual("A name and a text are expected.", "应为名称与文本。"))
            }
            values[key] = text
        }
        return values
    }

    func bilingual(_ name: String) throws(ScenarioError) -> Bilingual {
        guard let node = mapping[name] else { throw error("'\(name)' is missing.", "缺少“\(name)”。") }
        let inner = try ScenarioNode(node, in: file)
        try inner.allow(["en", "zh"])
        return try Bilingual(inner.text("en"), inner.text("zh"))
    }
}
