import ArgumentParser

/// The command line (design section 5).
struct Drawbridge: AsyncParsableCommand {
    /// The version of this build.
    static let version = "0.1.0"

    /// Names, help and subcommands.
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "drawbridge",
            abstract: say(
                "The SAML identity provider of a HUAWEI CLOUD partner.",
                "华为云伙伴的 SAML 身份提供商。"
            ),
            discussion: say(
                """
                Begin with:
                  drawbridge init --base-url https://idp.example.com --site china
                  drawbridge metadata generate
                  drawbridge sp import sp-metadata.xml --name huawei
                  drawbridge portals add mall --sign-in-url https://mall.example.com/sign-in --key mall.pem --algorithm RS256
                  drawbridge serve
                """,
                """
                从这里开始：
                  drawbridge init --base-url https://idp.example.com --site china
                  drawbridge metadata generate
                  drawbridge sp import sp-metadata.xml --name huawei
                  drawbridge portals add mall --sign-in-url https://mall.example.com/sign-in --key mall.pem --algorithm RS256
                  drawbridge serve
                """
            ),
            version: version,
            subcommands: [
                Init.self, Keys.self, Metadata.self, SP.self, Portals.self, Handoff.self, Associations.self, Serve.self,
                Message.self, RequestCommand.self, ResponseCommand.self, JointDebugCommand.self, AccessConfig.self,
                TestUsers.self,
                SelfTestCommand.self, Explain.self, Audit.self, Store.self,
                Whitelist.self, Operators.self, Checklist.self,
                GoLive.self, BSS.self,
            ]
        )
    }

    @OptionGroup var language: LanguageOption
}
