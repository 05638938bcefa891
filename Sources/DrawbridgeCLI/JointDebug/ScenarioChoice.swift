import ArgumentParser
import JointDebug
import SAML

/// Which scenarios are meant.
struct ScenarioChoice: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            say("Only these families, such as sign-on requests.", "只运行这些类别，例如 sign-on requests。"),
            valueName: say("family", "类别")
        )
    )
    var family: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            say("Only these scenarios, such as sign-on.plain.", "只运行这些场景，例如 sign-on.plain。"),
            valueName: "id"
        )
    )
    var scenario: [String] = []

    @Option(
        help: ArgumentHelp(
            say("A file of scenarios of your own, in place of those that come with Drawbridge.", "自有场景文件，代替内置场景。"),
            valueName: say("file", "文件")
        )
    )
    var file: String?

    /// The scenarios that are meant.
    func scenarios() throws -> [Scenario] {
        let all = try read()
        for name in family where ScenarioFamily(rawValue: name) == nil {
            let names = ScenarioFamily.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(
                .unusable,
                "There is no family \(name); there are \(names).",
                "没有类别 \(name)；可用的有 \(names)。"
            )
        }
        for name in scenario where !all.contains(where: { $0.id == name }) {
            throw CommandFailure(
                .unusable,
                "There is no scenario \(name); see: drawbridge joint-debug scenarios",
                "没有场景 \(name)，请查看：drawbridge joint-debug scenarios"
            )
        }
        // Load is asked for by name: it takes minutes.
        let chosen = all.filter { item in
            if !scenario.isEmpty { return scenario.contains(item.id) }
            return family.isEmpty ? item.family != .load : family.contains(item.family.rawValue)
        }
        return chosen
    }

    private func read() throws -> [Scenario] {
        do {
            guard let file else { return try ScenarioSet.builtIn() }
            let text = String(decoding: try InputFile.read(file), as: UTF8.self)
            return try ScenarioFile.scenarios(in: text, named: file)
        } catch let error as ScenarioError {
            throw CommandFailure(.unusable, error.message.en, error.message.zh)
        }
    }
}
