import ArgumentParser
import Onboarding

/// `whitelist approve`.
struct WhitelistApprove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "approve",
            abstract: say("Agree to what another proposed.", "批准他人提出的条目。"),
            discussion: say(
                "Example: drawbridge whitelist approve 12 13 --as wang",
                "示例：drawbridge whitelist approve 12 13 --as wang"
            )
        )
    }

    @OptionGroup var entries: WhitelistIDs
    @OptionGroup var author: WhitelistAuthorOption
    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let differences = try await whitelist.desk().make(
            .move(.approve, entries.ids),
            by: author
        )
        try WhitelistDifferenceItem.print(differences, output.format)
    }
}
