import ArgumentParser
import JointDebug
import SAML

/// `joint-debug scenarios`.
struct JointDebugScenarios: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "scenarios",
            abstract: say("List the scenarios: what each shows, and where it comes from.", "列出场景：验证内容与依据。"),
            discussion: say(
                "Example: drawbridge joint-debug scenarios --family requests",
                "示例：drawbridge joint-debug scenarios --family requests"
            )
        )
    }

    @OptionGroup var choice: ScenarioChoice
    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption

    private struct Item: Encodable {
        let id: String
        let family: String
        let purpose: ScenarioRecord.Words
        let source: String
        let needs: [String]
        let proves: [String]
        let steps: Int
    }

    func run() throws {
        let scenarios = try choice.scenarios()
        switch output.format {
        case .json:
            let items = scenarios.map { scenario in
                Item(
                    id: scenario.id,
                    family: scenario.family.rawValue,
                    purpose: ScenarioRecord.Words(scenario.purpose),
                    source: scenario.source,
                    needs: scenario.needs.map(\.rawValue),
                    proves: scenario.proves,
                    steps: scenario.steps.count
                )
            }
            try ListOutput(schema: "drawbridge.joint-debug.scenarios.v1", items: items).print()
        case .text:
            let head = [say("SCENARIO", "场景"), say("STEPS", "步骤"), say("PURPOSE", "目的"), say("SOURCE", "依据")]
            let rows = scenarios.map { [$0.id, String($0.steps.count), $0.purpose[Speech.language], $0.source] }
            Terminal.print(table: [head] + rows)
        }
    }
}
