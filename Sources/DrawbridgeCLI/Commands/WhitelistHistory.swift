import ArgumentParser
import Onboarding
import Storage
import XMLSecurity

/// `whitelist history`.
struct WhitelistHistory: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "history",
            abstract: say("List the revisions, the latest first.", "列出历史版本，最新的在前。"),
            discussion: say(
                "Example: drawbridge whitelist history --limit 20",
                "示例：drawbridge whitelist history --limit 20"
            )
        )
    }

    @Option(help: ArgumentHelp(say("How many at most.", "最多条数。"), valueName: say("number", "数量")))
    var limit = 50

    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    func validate() throws {
        guard (1...10_000).contains(limit) else {
            throw ValidationError(say("--limit is 1 to 10000.", "--limit 须为 1 到 10000。"))
        }
    }

    func run() async throws {
        let desk = try await whitelist.desk()
        var items: [WhitelistRevisionItem] = []
        for revision in try await desk.store.revisions(in: desk.stage, before: nil, limit: limit) {
            items.append(WhitelistRevisionItem(revision, sharesSystemUser: try await desk.sharesSystemUser(revision)))
        }
        try WhitelistRevisionItem.print(items, output.format)
    }
}
