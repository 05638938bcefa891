import ArgumentParser
import IdentityProvider

/// `keys publish`.
struct KeysPublish: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "publish",
            abstract: say("Put a key into metadata, not yet used.", "将密钥写入元数据，暂不使用。"),
            discussion: say(
                "A running service follows within a second.\nExample: drawbridge keys publish signing-2",
                "运行中的服务会在一秒内生效。\n示例：drawbridge keys publish signing-2"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The key.", "密钥。"), valueName: say("name", "名称")))
    var key: String

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        try await KeyMoving(workspace: Workspace(config.path)).run(.publish, key)
    }
}
