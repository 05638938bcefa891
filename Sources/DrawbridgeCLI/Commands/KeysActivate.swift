import ArgumentParser
import IdentityProvider

/// `keys activate`.
struct KeysActivate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "activate",
            abstract: say("Sign with a published key from now on.", "启用已发布的密钥进行签名。"),
            discussion: say(
                "For HUAWEI CLOUD the new metadata must have been uploaded and recorded; --plan prints the steps.\nExample: drawbridge keys activate signing-2",
                "对接华为云时须先上传并登记新元数据；--plan 打印步骤。\n示例：drawbridge keys activate signing-2"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The key.", "密钥。"), valueName: say("name", "名称")))
    var key: String

    @Flag(help: ArgumentHelp(say("Print the steps of a cut-over and change nothing.", "仅打印切换步骤，不做更改。")))
    var plan = false

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        if plan {
            CutOverPlan(name: key).print()
            return
        }
        try await KeyMoving(workspace: Workspace(config.path)).run(.activate, key)
    }
}
