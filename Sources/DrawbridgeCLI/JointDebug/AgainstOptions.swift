import ArgumentParser

/// Which identity provider is played against, and how customers sign in there.
struct AgainstOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "A Drawbridge's base address, or the address or file of any identity provider's metadata.",
                "Drawbridge 的基础地址，或任意身份提供商元数据的地址或文件。"
            ),
            valueName: say("address", "地址")
        )
    )
    var against: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Its platform, xAccountType; any text does for an identity provider that is no Drawbridge.",
                "伙伴平台标识 xAccountType。"
            ),
            valueName: "id"
        )
    )
    var platform = JointDebugWorkshop.platformID

    @Option(
        help: ArgumentHelp(
            say("A Drawbridge's portal that hands customers over, with --portal-key.", "移交客户的门户，与 --portal-key 同用。"),
            valueName: say("name", "名称")
        )
    )
    var portal: String?

    @Option(
        help: ArgumentHelp(
            say("The portal's private key (ES256) in PEM without passphrase.", "门户私钥（ES256），不带口令的 PEM。"),
            valueName: say("file", "文件")
        )
    )
    var portalKey: String?

    @Option(
        help: ArgumentHelp(say("Who signs in with name and password.", "以用户名和密码登录的用户。"), valueName: say("name", "名称"))
    )
    var loginUser: String?

    @Option(
        help: ArgumentHelp(
            say("A file with the password in its first line.", "首行为密码的文件。"),
            valueName: say("file", "文件")
        )
    )
    var loginPasswordFile: String?

    @Option(help: ArgumentHelp(say("The form's field of the name.", "表单中的用户名字段。"), valueName: say("field", "字段")))
    var userField = "username"

    @Option(help: ArgumentHelp(say("The form's field of the password.", "表单中的密码字段。"), valueName: say("field", "字段")))
    var passwordField = "password"

    @Option(
        help: ArgumentHelp(
            say(
                "A command that gets the sign-in page on its input and its address as PAGE_URL, and prints the fields to send as name=value.",
                "登录命令：从标准输入读取登录页，PAGE_URL 为其地址，逐行输出要提交的字段 name=value。"
            ),
            valueName: say("command", "命令")
        )
    )
    var loginCommand: String?

    @Option(
        help: ArgumentHelp(
            say("The customer's xUserId, where customers are not made up.", "客户的 xUserId（客户固定时）。"),
            valueName: "id"
        )
    )
    var user: String?

    @Option(help: ArgumentHelp(say("The customer's xAccountId, likewise.", "客户的 xAccountId（同上）。"), valueName: "id"))
    var account: String?

    @Option(
        name: .customLong("config"),
        help: ArgumentHelp(
            say(
                "drawbridge.yaml of a Drawbridge on this machine: it takes commands, and the run is kept beside it as evidence.",
                "本机 Drawbridge 的 drawbridge.yaml：可执行命令，运行记录保存在其旁作为证据。"
            ),
            valueName: say("file", "文件")
        )
    )
    var config: String?

    @Option(
        help: ArgumentHelp(
            say("Certificates to trust beside this machine's (PEM).", "额外信任的证书（PEM）。"),
            valueName: say("file", "文件")
        )
    )
    var caFile: String?

    @Option(
        help: ArgumentHelp(say("Port of the simulation's login host.", "模拟环境登录站点的端口。"), valueName: say("port", "端口"))
    )
    var loginPort = 9080

    @Option(
        help: ArgumentHelp(say("Port of the simulation's console host.", "模拟环境控制台站点的端口。"), valueName: say("port", "端口"))
    )
    var consolePort = 9081

    @Option(
        name: .customLong("bss-port"),
        help: ArgumentHelp(
            say(
                "Port of the simulation's BSS, which a Drawbridge of this machine (--config) is configured to call.",
                "模拟环境 BSS 接口的端口；由本机 Drawbridge（--config）按其配置调用。"
            ),
            valueName: say("port", "端口")
        )
    )
    var bssPort = 9082

    func validate() throws {
        guard (portal == nil) == (portalKey == nil), (loginUser == nil) == (loginPasswordFile == nil) else {
            throw ValidationError(
                say(
                    "--portal goes with --portal-key, --login-user with --login-password-file.",
                    "--portal 与 --portal-key、--login-user 与 --login-password-file 须同时给出。"
                )
            )
        }
        guard [portal, loginUser, loginCommand].compactMap(\.self).count <= 1 else {
            throw ValidationError(
                say("Customers sign in in one way: portal, form or command.", "登录方式只能选一种：门户、表单或命令。")
            )
        }
        let others = [portal, loginUser, loginCommand, config, caFile, user, account].compactMap(\.self)
        guard against != nil || others.isEmpty else {
            throw ValidationError(
                say("--against says which identity provider they are about.", "这些选项须与 --against 同用。")
            )
        }
    }
}
