import ArgumentParser
import Onboarding
import Server
import Storage

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

/// Who vouches: an operator token, or in front of production a name that proves nothing.
struct VouchingOption: ParsableArguments {
    /// The longest name, as of an operator.
    private static let longest = 64

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(
            say("The person who answers for it; in stage live an operator token.", "责任人；live 阶段须使用操作员令牌。"),
            valueName: say("name", "姓名")
        )
    )
    var name: String?

    @OptionGroup var token: OperatorTokenOption

    func validate() throws {
        guard let name else { return }
        let isPlain = !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard (1...Self.longest).contains(name.count), isPlain else {
            throw ValidationError(say("--by takes a name of 1 to 64 characters.", "--by 须为 1 到 64 个字符的姓名。"))
        }
    }

    /// The person's name, proved where production is open.
    func person(_ workspace: Workspace) async throws -> String {
        if let token = try token.token() {
            let operators = SQLiteOperatorStore(workspace.database)
            return try await operators.prove(token, for: .narrow, at: workspace.clock.now).name
        }
        guard try await SQLiteStageStore(workspace.database).stage() != .live else {
            throw OperatorRefusal(.missing, "")
        }
        guard let name else {
            throw CommandFailure(
                .unusable,
                "Say who answers for it: --by NAME, or --operator-token-file.",
                "请说明责任人：--by 姓名，或 --operator-token-file。"
            )
        }
        return name
    }
}
