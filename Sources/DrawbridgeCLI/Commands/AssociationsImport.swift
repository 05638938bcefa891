import ArgumentParser
import Foundation
import Onboarding
import Server
import Storage

/// `associations import`.
struct AssociationsImport: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: say("Take associations in from CSV or JSON, all or none.", "从 CSV 或 JSON 导入绑定关系，全部成功或全部不生效。"),
            discussion: say(
                "The columns are x_account_id, state, domain_id and domain_name.\nExample: drawbridge associations import customers.csv --dry-run",
                "列为 x_account_id、state、domain_id、domain_name。\n示例：drawbridge associations import customers.csv --dry-run"
            )
        )
    }

    @Argument(
        help: ArgumentHelp(say("The file; - for standard input.", "文件；- 表示标准输入。"), valueName: say("file", "文件"))
    )
    var file: String

    @Flag(help: ArgumentHelp(say("Say what would change, and change nothing.", "只显示将发生的变化，不做修改。")))
    var dryRun = false

    @OptionGroup var author: AuthorOption
    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let stated = try AssociationFile.read(file)
        let workspace = try Workspace(config.path)
        let judgements = try await workspace.associationStore().state(
            stated,
            by: .imported,
            person: author.name,
            reason: author.reason,
            at: workspace.clock.now,
            dryRun: dryRun
        )
        let changed = judgements.filter { $0.outcome == .applied }.compactMap(\.association)
        let items = changed.sorted { $0.account < $1.account }.map(AssociationItem.init)
        switch output.format {
        case .json: try ListOutput(schema: AssociationItem.schema, items: items).print()
        case .text:
            if !items.isEmpty { Terminal.print(table: [AssociationItem.header] + items.map(\.cells)) }
            let same = judgements.count - items.count
            Terminal.print(
                dryRun
                    ? say("\(items.count) would change, \(same) stay", "将变更 \(items.count) 个，\(same) 个不变")
                    : say("\(items.count) changed, \(same) stay", "已变更 \(items.count) 个，\(same) 个不变")
            )
        }
    }
}
