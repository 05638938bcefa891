import ArgumentParser

/// `access-config`: the access configuration in Partner Center.
struct AccessConfig: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "access-config",
            abstract: say("The access configuration in Partner Center.", "伙伴中心的接入配置。"),
            subcommands: [AccessConfigShow.self, AccessConfigRecord.self]
        )
    }
}
