import ArgumentParser
import Onboarding

/// `whitelist suspend`.
struct WhitelistSuspend: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "suspend",
            abstract: say("Take entries out of force, at once and alone.", "立即暂停条目，一人即可。"),
            discussion: say(
                "Example: drawbridge whitelist suspend 12 --as li --reason \"phone stolen\"",
                "示例：drawbridge whitelist suspend 12 --as li --reason \"phone stolen\""
            )
        )
    }

    @OptionGroup var entries: WhitelistIDs
    @OptionGroup var author: WhitelistAuthorOption
    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let differences = try await whitelist.desk().make(
            .move(.suspend, entries.ids),
            by: author
        )
        try WhitelistDifferenceItem.print(differences, output.format)
    }
}
