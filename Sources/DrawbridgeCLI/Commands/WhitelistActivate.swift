import ArgumentParser
import Onboarding

/// `whitelist activate`.
struct WhitelistActivate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "activate",
            abstract: say("Put approved entries into force.", "启用已批准的条目。"),
            discussion: say(
                "Example: drawbridge whitelist activate 12 13 --as li",
                "示例：drawbridge whitelist activate 12 13 --as li"
            )
        )
    }

    @OptionGroup var entries: WhitelistIDs
    @OptionGroup var author: WhitelistAuthorOption
    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let differences = try await whitelist.desk().make(
            .move(.activate, entries.ids),
            by: author
        )
        try WhitelistDifferenceItem.print(differences, output.format)
    }
}
