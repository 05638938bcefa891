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
            abstract: say(
                "Take associations in from CSV or JSON; a fault in one line takes none.",
                "从 CSV 或 JSON 导入绑定关系；任何一行有误则全部不导入。"
            ),
            discussion: say(
                "The columns are x_account_id, state, domain_id and domain_name.\nExample: drawbridge associations import customers.csv --dry-run",
                "列为 x_account_id、state、domain_id、domain_name。\n示例：drawbridge associations import customers.csv --dry-run"
            )
        )
    }

    /// Rows of one transaction: while it runs, no sign-on can write.
    private static let step = 10_000
    /// Between two of them the service gets its turn; SQLite looks for it every 100 ms.
    private static let pause: Duration = .milliseconds(150)

    @Argument(
        help: ArgumentHelp(say("The file; - for standard input.", "文件；- 表示标准输入。"), valueName: say("file", "文件"))
    )
    var file: String

    @Flag(help: ArgumentHelp(say("Say what would change, and change nothing.", "只显示将发生的变化，不做修改。")))
    var dryRun = false

    @OptionGroup var author: AssociationAuthorOption
    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let stated = try AssociationFile.read(file)
        let judgements = try await judge(stated, Workspace(config.path))
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

    private func judge(_ stated: [StatedAssociation], _ workspace: Workspace) async throws -> [AssociationJudgement] {
        let person = dryRun ? author.label.name : try await author.person(workspace)
        let store = try await workspace.associationStore()
        var judgements: [AssociationJudgement] = []
        while judgements.count < stated.count {
            if !judgements.isEmpty { try await Task.sleep(for: Self.pause) }
            judgements += try await store.state(
                Array(stated.dropFirst(judgements.count).prefix(Self.step)),
                by: .imported,
                person: person,
                reason: author.reason,
                at: workspace.clock.now,
                dryRun: dryRun
            )
        }
        return judgements
    }
}
