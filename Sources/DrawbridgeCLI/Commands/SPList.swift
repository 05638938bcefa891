import ArgumentParser
import SAML
import Server
import Storage
import XMLSecurity

/// `sp list`.
struct SPList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("List the imported service providers.", "列出已导入的服务提供商。"),
            discussion: say("Example: drawbridge sp list --format json", "示例：drawbridge sp list --format json")
        )
    }

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    private struct Item: Encodable {
        let name: String
        let entityID: String
        let requestsSigned: Bool
        let sha256: String
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let listing = try workspace.metadataDirectory.serviceProviders(at: workspace.clock.now)
        for file in listing.ended {
            Terminal.error(say("warning: ended and left out: ", "警告：已过期，不再使用：") + file)
        }
        let items = listing.entries.map { entry in
            Item(
                name: entry.name,
                entityID: entry.entity.entityID,
                requestsSigned: entry.entity.spSSODescriptor?.authnRequestsSigned ?? false,
                sha256: Hexadecimal.encode(entry.sha256)
            )
        }
        switch output.format {
        case .json: try ListOutput(schema: "drawbridge.service-providers.v1", items: items).print()
        case .text:
            let header = [say("NAME", "名称"), say("ENTITY ID", "entityID"), say("SIGNS REQUESTS", "请求签名")]
            let rows = items.map { [$0.name, $0.entityID, $0.requestsSigned ? say("yes", "是") : say("no", "否")] }
            Terminal.print(table: [header] + rows)
        }
    }
}
