import ArgumentParser
import Onboarding
import SAML

/// `checklist list`.
struct ChecklistList: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("List the rules.", "列出规则。"),
            discussion: say(
                "A stage has the rules of the stages before it, too.\nExample: drawbridge checklist list --stage prepare",
                "每个阶段都包含此前阶段的规则。\n示例：drawbridge checklist list --stage prepare"
            )
        )
    }

    @OptionGroup var stage: ChecklistStageOption
    @OptionGroup var output: FormatOption

    private struct Item: Encodable {
        let id: String
        let stage: String
        let level: String
        let title: String
        let hint: String
        let source: String
    }

    func run() throws {
        let language = Speech.language
        let rules = ChecklistRule.of(stage.stage ?? .live)
        switch output.format {
        case .json:
            let items = rules.map { rule in
                Item(
                    id: rule.id,
                    stage: rule.stage.rawValue,
                    level: rule.level.rawValue,
                    title: rule.title[language],
                    hint: rule.hint[language],
                    source: rule.source
                )
            }
            try ListOutput(schema: "drawbridge.checklist-rules.v1", items: items).print()
        case .text:
            let header = [say("RULE", "规则"), say("STAGE", "阶段"), say("LEVEL", "级别"), say("WHAT IT ASKS", "要求")]
            Terminal.print(
                table: [header] + rules.map { [$0.id, $0.stage.rawValue, $0.level.rawValue, $0.title[language]] }
            )
        }
    }
}
