import ArgumentParser

/// `test-users`: the test directory.
struct TestUsers: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "test-users",
            abstract: say("Users of the test directory, for joint debugging.", "接口联调用的测试目录用户。"),
            subcommands: [TestUsersAdd.self, TestUsersList.self, TestUsersRemove.self]
        )
    }
}
