import ArgumentParser
import Onboarding
import Server
import Storage

/// `operators revoke`.
struct OperatorsRevoke: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "revoke",
            abstract: say("Make a token prove nobody from now on.", "立即吊销令牌。"),
            discussion: say(
                "An approver revokes any but the last approver; everybody may revoke their own.\nExample: drawbridge operators revoke 3 --operator-token-file wang.token",
                "批准人可吊销除最后一名批准人以外的任何令牌；每个人都可吊销自己的令牌。\n示例：drawbridge operators revoke 3 --operator-token-file wang.token"
            )
        )
    }

    @Argument(
        help: ArgumentHelp(say("Its number, as list shows it.", "编号，见 list。"), valueName: say("number", "编号"))
    )
    var id: Int64

    @OptionGroup var token: OperatorTokenOption
    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let workspace = try Workspace(config.path)
        let store = SQLiteOperatorStore(workspace.database)
        let author = try await store.prove(token.token(), for: nil, at: workspace.clock.now)
        let after = try await store.make(.revoke(id, by: author), token: nil, at: workspace.clock.now)
        Terminal.print(say("revoked \(after.id), \(after.name)", "已吊销 \(after.id)，\(after.name)"))
    }
}
