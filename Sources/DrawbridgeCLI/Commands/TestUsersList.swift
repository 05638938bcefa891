import ArgumentParser

/// `test-users list`.
struct TestUsersList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("List the test users.", "列出测试用户。"),
            discussion: say("Example: drawbridge test-users list", "示例：drawbridge test-users list")
        )
    }

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    private struct Item: Encodable {
        let name: String
        let xUserID: String
        let xAccountID: String
        /// Whether the account may cross to an SP that is not on this machine.
        let isListed: Bool

        enum CodingKeys: String, CodingKey {
            case name
            case xUserID = "x_user_id"
            case xAccountID = "x_account_id"
            case isListed = "is_listed"
        }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let accounts = workspace.configuration.testDirectory?.accounts ?? []
        let items = try workspace.testUserFile().entries().map { entry in
            Item(
                name: entry.name,
                xUserID: entry.xUserID,
                xAccountID: entry.xAccountID,
                isListed: accounts.contains(entry.xAccountID)
            )
        }
        switch output.format {
        case .json: try ListOutput(schema: "drawbridge.test-users.v1", items: items).print()
        case .text:
            let header = [say("NAME", "用户名"), "xUserId", "xAccountId", say("CROSSES TO", "可登录")]
            let rows = items.map { item in
                [
                    item.name, item.xUserID, item.xAccountID,
                    item.isListed ? say("every SP", "所有 SP") : say("SPs on this machine", "本机 SP"),
                ]
            }
            Terminal.print(table: [header] + rows)
        }
    }
}
