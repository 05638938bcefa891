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

/// Who vouches: an operator token, or in front of production a name that proves nothing and does not count for going live.
struct VouchingOption: ParsableArguments {
    /// The longest name, as of an operator.
    private static let longest = 64

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(
            say(
                "The person who answers for it, where no operator token says so; it does not count for going live.",
                "责任人（未提供操作员令牌时）；不计入 go-live。"
            ),
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

    /// The person, proved where customers cross or did.
    /// - Parameters:
    ///   - workspace: the installation.
    ///   - right: what the token must allow there.
    /// - Returns: the person, with what proves it.
    /// - Throws: ``OperatorRefusal`` for a token that does not, and for none there.
    func person(_ workspace: Workspace, inLive right: OperatorRight) async throws -> ChecklistPerson {
        let isLive = try await SQLiteStageStore(workspace.database).stage() != .jointDebug
        if let token = try token.token() {
            let operators = SQLiteOperatorStore(workspace.database)
            let person = try await operators.prove(token, for: isLive ? right : .narrow, at: workspace.clock.now)
            return ChecklistPerson(person, systemUser: Workspace.person)
        }
        guard !isLive else { throw OperatorRefusal(.missing, "") }
        guard let name else {
            throw CommandFailure(
                .unusable,
                "Say who answers for it: --operator-token-file, or --by NAME, which does not count for going live.",
                "请说明责任人：--operator-token-file，或 --by 姓名（不计入 go-live）。"
            )
        }
        return ChecklistPerson(label: name, systemUser: Workspace.person)
    }
}
