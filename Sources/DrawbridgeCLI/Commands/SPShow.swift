import ArgumentParser
import HuaweiCloud
import SAML
import Server
import Storage

/// `sp show`.
struct SPShow: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say("Show one service provider.", "查看一个服务提供商。"),
            discussion: say("Example: drawbridge sp show huawei", "示例：drawbridge sp show huawei")
        )
    }

    @Argument(help: ArgumentHelp(say("Its name or entity id.", "名称或 entityID。"), valueName: say("name", "名称")))
    var name: String

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace(config.path)
        let entries = try workspace.metadataDirectory.serviceProviders(at: workspace.clock.now).entries
        guard let entry = entries.first(where: { $0.name == name || $0.entity.entityID == name }) else {
            throw CommandFailure(.unusable, "No service provider is called \(name).", "没有名为 \(name) 的服务提供商。")
        }
        let isHuawei = workspace.configuration.huawei?.serviceProvider == entry.entity.entityID
        let file = workspace.serviceProviderFile(entry.name)
        let settings = try file.settings(isHuawei: isHuawei)
        let report = ServiceProviderReport(entry.entity, settings, file: file.path)
        switch output.format {
        case .json: Terminal.print(try JSONText.encode(report))
        case .text: report.print()
        }
    }
}
