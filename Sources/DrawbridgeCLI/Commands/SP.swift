import ArgumentParser

/// `sp`: service providers.
struct SP: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sp",
            abstract: say("Service providers from their metadata.", "由元数据导入的服务提供商。"),
            subcommands: [SPImport.self, SPList.self, SPShow.self, SPRemove.self]
        )
    }
}
