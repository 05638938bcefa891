import ArgumentParser
import IdentityProvider

/// `keys retire`.
struct KeysRetire: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "retire",
            abstract: say("Take a key out of metadata for good.", "将密钥从元数据中永久移除。"),
            discussion: say(
                "The key that signs is refused: activate another one first.\nExample: drawbridge keys retire signing-2",
                "正在签名的密钥会被拒绝，请先启用另一个。\n示例：drawbridge keys retire signing-2"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The key.", "密钥。"), valueName: say("name", "名称")))
    var key: String

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        try await KeyMoving(workspace: Workspace(config.path)).run(.retire, key)
    }
}
