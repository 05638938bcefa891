import ArgumentParser

/// `operators`: who may administer, proved by tokens.
struct Operators: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "operators",
            abstract: say("Who may change the whitelist of live and use the API: tokens.", "操作员令牌：谁可修改现网白名单和使用管理接口。"),
            subcommands: [OperatorsAdd.self, OperatorsList.self, OperatorsRevoke.self]
        )
    }
}
