import ArgumentParser
import IdentityProvider

/// `test-users remove`.
struct TestUsersRemove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: say("Remove a test user.", "移除测试用户。"),
            discussion: say(
                "Example: drawbridge test-users remove zhangwei",
                "示例：drawbridge test-users remove zhangwei"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The name.", "用户名。"), valueName: say("name", "用户名")))
    var name: String

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let workspace = try Workspace(config.path)
        let file = try workspace.testUserFile()
        let entries = try file.entries()
        guard let entry = entries.first(where: { $0.name == name }) else {
            throw CommandFailure(.unusable, "There is no test user \(name).", "没有测试用户 \(name)。")
        }
        try file.write(entries.filter { $0.name != name })
        try await workspace.record(.testDirectory, "user", "removed", account: entry.xAccountID)
        Terminal.print(say("removed \(name)", "已移除 \(name)"))
    }
}
