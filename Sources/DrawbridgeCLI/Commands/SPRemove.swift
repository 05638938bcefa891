import ArgumentParser
import IdentityProvider
import Storage

/// `sp remove`.
struct SPRemove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: say("Remove a service provider; its requests are refused from then on.", "移除服务提供商，之后其请求将被拒绝。"),
            discussion: say("Example: drawbridge sp remove huawei", "示例：drawbridge sp remove huawei")
        )
    }

    @Argument(help: ArgumentHelp(say("Its name.", "名称。"), valueName: say("name", "名称")))
    var name: String

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard FileName.holds(name) else { throw ValidationError(FileName.rule) }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        try workspace.metadataDirectory.remove(name)
        try await workspace.record(.serviceProvider, name, "removed")
        Terminal.print(say("removed \(name)", "已移除 \(name)"))
    }
}
