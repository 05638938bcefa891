import ArgumentParser
import Onboarding
import Server
import Storage

/// `operators list`.
struct OperatorsList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("List everybody who ever had a token, and whether it holds.", "列出所有曾获得令牌的操作员及其状态。"),
            discussion: say(
                "Example: drawbridge operators list --format json",
                "示例：drawbridge operators list --format json"
            )
        )
    }

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace(config.path)
        let now = workspace.clock.now
        let items = try await SQLiteOperatorStore(workspace.database).operators().map { OperatorItem($0, at: now) }
        switch output.format {
        case .json: try ListOutput(schema: OperatorItem.schema, items: items).print()
        case .text: Terminal.print(table: [OperatorItem.header] + items.map(\.cells))
        }
    }
}
