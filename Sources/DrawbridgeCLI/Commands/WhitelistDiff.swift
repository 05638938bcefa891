import ArgumentParser
import Onboarding
import Storage

/// `whitelist diff`.
struct WhitelistDiff: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff",
            abstract: say("Show what a revision did, the latest without a number.", "显示某个版本的变化；不填则为最新版本。"),
            discussion: say("Example: drawbridge whitelist diff 12", "示例：drawbridge whitelist diff 12")
        )
    }

    @Argument(help: ArgumentHelp(say("The revision.", "版本号。"), valueName: say("revision", "版本")))
    var revision: Int64?

    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let desk = try await whitelist.desk()
        let latest = try await desk.store.revision(in: desk.stage)
        let number = revision ?? latest
        guard (1...max(1, latest)).contains(number) else { throw WhitelistRefusal(.revision, "\(number)") }
        try WhitelistDifferenceItem.print(
            await desk.store.differences(of: number, in: desk.stage),
            output.format
        )
    }
}
