import ArgumentParser

/// `portals list`.
struct PortalsList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("List the portals.", "列出门户。"),
            discussion: say("Example: drawbridge portals list", "示例：drawbridge portals list")
        )
    }

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    private struct Item: Encodable {
        let name: String
        let signInURL: String
        let algorithm: String
    }

    func run() async throws {
        let entries = try Workspace(config.path).portalDirectory.entries()
        let items = entries.map { Item(name: $0.name, signInURL: $0.signInURL, algorithm: $0.algorithm) }
        switch output.format {
        case .json: try ListOutput(schema: "drawbridge.portals.v1", items: items).print()
        case .text:
            let header = [say("NAME", "名称"), say("ALGORITHM", "算法"), say("SIGN-IN", "登录地址")]
            Terminal.print(table: [header] + items.map { [$0.name, $0.algorithm, $0.signInURL] })
        }
    }
}
