import ArgumentParser
import IdentityProvider
import Onboarding
import Server
import Storage
import XMLSecurity

/// `handoff mint`.
struct HandoffMint: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "mint",
            abstract: say(
                "Make a token with a portal's test key; refused in stage live.",
                "用门户的测试密钥生成令牌；live 阶段拒绝。"
            ),
            discussion: say(
                "Example: drawbridge handoff mint --portal mall --key mall.key.pem --user user-1 --account account-1",
                "示例：drawbridge handoff mint --portal mall --key mall.key.pem --user user-1 --account account-1"
            )
        )
    }

    @Option(help: ArgumentHelp(say("The portal.", "门户。"), valueName: say("name", "名称")))
    var portal: String

    @Option(
        help: ArgumentHelp(
            say(
                "Its private key in PEM without passphrase; for HS256 the secret.",
                "不带口令的 PEM 私钥；HS256 时为共享密钥。"
            ),
            valueName: say("file", "文件")
        )
    )
    var key: String

    @Option(help: ArgumentHelp(say("xUserId.", "xUserId。"), valueName: "id"))
    var user: String

    @Option(help: ArgumentHelp(say("xAccountId.", "xAccountId。"), valueName: "id"))
    var account: String

    // One id in sixty-four begins with a hyphen.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(say("The waiting request, for /sso/resume.", "等待中的请求，用于 /sso/resume。"), valueName: "id")
    )
    var request: String?

    @Option(help: ArgumentHelp(say("Where to land in HUAWEI CLOUD.", "进入华为云的页面。"), valueName: "url"))
    var service: String?

    @Option(
        help: ArgumentHelp(
            say("The entity id of the SP to go to, in place of HUAWEI CLOUD.", "要进入的 SP 的 entityID（而非华为云）。"),
            valueName: "entityID"
        )
    )
    var sp: String?

    @Option(
        name: .customLong("relay-state"),
        help: ArgumentHelp(
            say("What goes with it to that SP.", "随之发送给该 SP 的 RelayState。"),
            valueName: say("text", "文本")
        )
    )
    var relayState: String?

    @Option(
        name: .customLong("account-name"),
        help: ArgumentHelp(say("The HUAWEI CLOUD account name.", "华为云账号名。"), valueName: say("name", "名称"))
    )
    var accountName: String?

    @Option(help: ArgumentHelp(say("The e-mail address.", "邮箱。"), valueName: "email"))
    var email: String?

    @Option(help: ArgumentHelp(say("The phone number.", "手机号。"), valueName: say("number", "号码")))
    var mobile: String?

    @Option(
        name: .customLong("first-login"),
        help: ArgumentHelp(say("true or false.", "true 或 false。"), valueName: "true|false")
    )
    var firstLogin: Bool?

    @Option(help: ArgumentHelp(say("Its life in seconds.", "有效秒数。"), valueName: say("seconds", "秒")))
    var life: Int64 = 60

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let workspace = try Workspace(config.path)
        guard try await SQLiteStageStore(workspace.database).stage() != .live else {
            throw CommandFailure(
                .doesNotHold,
                "In stage live, tokens come from the portal only.",
                "live 阶段的令牌只能由门户生成。"
            )
        }
        guard let entry = try workspace.portalDirectory.entries().first(where: { $0.name == portal }),
            let algorithm = TokenAlgorithm(rawValue: entry.algorithm)
        else {
            throw CommandFailure(
                .unusable,
                "There is no portal \(portal); see: drawbridge portals list",
                "没有门户 \(portal)，见：drawbridge portals list"
            )
        }
        let mint = try await TokenMint(key: String(decoding: InputFile.read(key), as: UTF8.self), algorithm: algorithm)
        let now = workspace.clock.now.milliseconds / 1000
        Terminal.print(
            try mint.token(
                TokenMint.Claims(
                    iss: portal,
                    aud: workspace.configuration.entityID,
                    iat: now,
                    exp: now + life,
                    jti: OpaqueID(from: .openSSL).text,
                    sub: user,
                    x_account_id: account,
                    request: request,
                    service: service,
                    sp: sp,
                    relay_state: relayState,
                    account_name: accountName,
                    email: email,
                    mobile: mobile,
                    first_login: firstLogin
                )
            )
        )
    }
}
