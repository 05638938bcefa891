import ArgumentParser
import Onboarding

/// Which stage's rules.
struct ChecklistStageOption: ParsableArguments {
    @Option(
        name: .customLong("stage"),
        help: ArgumentHelp(
            say("The stage: prepare, joint-debug or live.", "阶段：prepare、joint-debug 或 live。"),
            valueName: say("stage", "阶段")
        )
    )
    var name: String?

    /// The stage, where one is given.
    var stage: ChecklistStage? { name.flatMap { ChecklistStage(rawValue: $0) } }

    func validate() throws {
        guard name == nil || stage != nil else {
            throw ValidationError(
                say("--stage takes prepare, joint-debug or live.", "--stage 只能是 prepare、joint-debug 或 live。")
            )
        }
    }
}

/// Who vouches.
struct VouchingOption: ParsableArguments {
    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(say("The person who answers for it.", "责任人。"), valueName: say("name", "姓名"))
    )
    var name: String

    func validate() throws {
        let isName =
            (1...64).contains(name.count) && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard isName else {
            throw ValidationError(say("--by takes a name of 1 to 64 characters.", "--by 须为 1 到 64 个字符的姓名。"))
        }
    }
}
