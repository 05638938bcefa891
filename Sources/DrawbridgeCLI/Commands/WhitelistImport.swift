import ArgumentParser
import Onboarding

/// `whitelist import`.
struct WhitelistImport: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: say(
                "Make entries be as a file says, all or none; others stay.",
                "按文件更新条目，全部成功或全部不变；其他条目保持不变。"
            ),
            discussion: say(
                """
                Columns: \(WhitelistSheet.columns.joined(separator: ", ")).
                Example: drawbridge whitelist import accounts.csv --as li --approved-by wang --reason "contract 7"
                """,
                """
                列：\(WhitelistSheet.columns.joined(separator: "、"))。
                示例：drawbridge whitelist import accounts.csv --as li --approved-by wang --reason "合同 7"
                """
            )
        )
    }

    @Argument(
        help: ArgumentHelp(
            say("The CSV or YAML file; - for standard input.", "CSV 或 YAML 文件；- 表示标准输入。"),
            valueName: say("file", "文件")
        )
    )
    var file: String

    @Flag(help: ArgumentHelp(say("Say what would change, and change nothing.", "只显示将发生的变化，不做修改。")))
    var dryRun = false

    @OptionGroup var encoding: EncodingOption
    @OptionGroup var author: WhitelistAuthorOption
    @OptionGroup var approver: ApproverOption
    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let drafts = try WhitelistFile.read(file, encoding.value)
        let differences = try await whitelist.desk(progress: say("writing", "写入")).make(
            .take(drafts),
            by: author,
            approvedBy: approver,
            dryRun: dryRun
        )
        if output.format == .json { try WhitelistDifferenceItem.print(differences, .json) }
        guard output.format == .text else { return }
        let (changed, same) = (differences.count, drafts.count - differences.count)
        Terminal.print(
            dryRun
                ? say("\(changed) would change, \(same) stay", "将变更 \(changed) 个，\(same) 个不变")
                : say("\(changed) changed, \(same) stay", "已变更 \(changed) 个，\(same) 个不变")
        )
    }
}
