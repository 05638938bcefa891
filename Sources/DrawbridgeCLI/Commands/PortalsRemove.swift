import ArgumentParser
import IdentityProvider

/// `portals remove`.
struct PortalsRemove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: say("Remove a portal; its tokens are refused from then on.", "移除门户，之后其令牌将被拒绝。"),
            discussion: say("Example: drawbridge portals remove mall", "示例：drawbridge portals remove mall")
        )
    }

    @Argument(help: ArgumentHelp(say("Its name.", "名称。"), valueName: say("name", "名称")))
    var name: String

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let workspace = try Workspace(config.path)
        try workspace.portalDirectory.remove(name)
        try await workspace.record(.portal, name, "removed")
        Terminal.print(say("removed \(name)", "已移除 \(name)"))
    }
}
