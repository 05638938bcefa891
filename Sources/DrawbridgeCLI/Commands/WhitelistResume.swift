import ArgumentParser
import Onboarding

/// `whitelist resume`.
struct WhitelistResume: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "resume",
            abstract: say("Put suspended entries back into force, with another person.", "恢复已暂停的条目，须另一人批准。"),
            discussion: say(
                "Example: drawbridge whitelist resume 12 --as li --approved-by wang",
                "示例：drawbridge whitelist resume 12 --as li --approved-by wang"
            )
        )
    }

    @OptionGroup var entries: WhitelistIDs
    @OptionGroup var author: WhitelistAuthorOption
    @OptionGroup var approver: ApproverOption
    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let differences = try await whitelist.desk().make(
            .move(.resume, entries.ids),
            by: author,
            approvedBy: approver
        )
        try WhitelistDifferenceItem.print(differences, output.format)
    }
}
