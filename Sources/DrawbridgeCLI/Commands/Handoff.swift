import ArgumentParser

/// `handoff`: a portal's tokens by hand.
struct Handoff: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "handoff",
            abstract: say("Make a hand-off token, or learn why one fails.", "生成交接令牌，或查明令牌为何失败。"),
            subcommands: [HandoffMint.self, HandoffCheck.self]
        )
    }
}
