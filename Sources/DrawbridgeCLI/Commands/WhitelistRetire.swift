import ArgumentParser
import Onboarding

/// `whitelist retire`.
struct WhitelistRetire: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "retire",
            abstract: say("Take entries out of force for ever.", "永久停用条目。"),
            discussion: say(
                "Example: drawbridge whitelist retire 12 --as li",
                "示例：drawbridge whitelist retire 12 --as li"
            )
        )
    }

    @OptionGroup var entries: WhitelistIDs
    @OptionGroup var author: WhitelistAuthorOption
    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let differences = try await whitelist.desk().make(
            .move(.retire, entries.ids),
            by: author
        )
        try WhitelistDifferenceItem.print(differences, output.format)
    }
}
