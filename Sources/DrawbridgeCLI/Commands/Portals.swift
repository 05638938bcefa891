import ArgumentParser

/// `portals`: who hands customers over.
struct Portals: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "portals",
            abstract: say("Portals and their keys.", "门户及其密钥。"),
            subcommands: [PortalsAdd.self, PortalsList.self, PortalsRemove.self]
        )
    }
}
