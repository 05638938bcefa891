import ArgumentParser
import Onboarding

/// `whitelist rollback`.
struct WhitelistRollback: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rollback",
            abstract: say(
                "Go back to a revision; what was suspended since stays suspended.",
                "回退到某个版本；此后被暂停的条目保持暂停。"
            ),
            discussion: say(
                "Example: drawbridge whitelist rollback 12 --as li --approved-by wang --reason \"wrong file\"",
                "示例：drawbridge whitelist rollback 12 --as li --approved-by wang --reason \"导入了错误的文件\""
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The revision.", "版本号。"), valueName: say("revision", "版本")))
    var revision: Int64

    @Flag(help: ArgumentHelp(say("Say what would change, and change nothing.", "只显示将发生的变化，不做修改。")))
    var dryRun = false

    @OptionGroup var author: WhitelistAuthorOption
    @OptionGroup var approver: ApproverOption
    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let differences = try await whitelist.desk().make(
            .rollBack(to: revision),
            by: author,
            approvedBy: approver,
            dryRun: dryRun
        )
        try WhitelistDifferenceItem.print(differences, output.format)
    }
}
