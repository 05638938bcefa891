import ArgumentParser
import Foundation
import HuaweiCloud
import IdentityProvider
import SAML
import XMLSecurity

/// `test-users add`.
struct TestUsersAdd: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: say("Add a test user, or change one.", "添加或修改测试用户。"),
            discussion: say(
                "The password is asked for, or read from the first line of standard input.\nExample: drawbridge test-users add zhangwei --x-user-id u-1 --x-account-id a-1",
                "密码在终端输入，或取自标准输入的第一行。\n示例：drawbridge test-users add zhangwei --x-user-id u-1 --x-account-id a-1"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("What is typed to sign in.", "登录时输入的用户名。"), valueName: say("name", "用户名")))
    var name: String

    @Option(
        name: .customLong("x-user-id"),
        help: ArgumentHelp(say("The user, xUserId.", "用户标识 xUserId。"), valueName: "id")
    )
    var xUserID: String

    @Option(
        name: .customLong("x-account-id"),
        help: ArgumentHelp(say("The account, xAccountId.", "账号标识 xAccountId。"), valueName: "id")
    )
    var xAccountID: String

    @Option(
        name: .customLong("account-name"),
        help: ArgumentHelp(say("The HUAWEI CLOUD account name.", "华为云账号名。"), valueName: say("name", "账号名"))
    )
    var accountName: String?

    @Option(help: ArgumentHelp(say("The e-mail address.", "邮箱。"), valueName: say("address", "邮箱")))
    var email: String?

    @Option(help: ArgumentHelp(say("The phone number.", "手机号。"), valueName: say("number", "号码")))
    var mobile: String?

    @Option(
        name: .customLong("first-login"),
        help: ArgumentHelp(say("Whether the customer comes for the first time.", "是否首次登录。"), valueName: "true|false")
    )
    var firstLogin: Bool?

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard IdentifierRule.holds(name, longest: TestUserFile.longestName) else {
            throw ValidationError(say("A name has 1 to 64 visible characters.", "用户名须为 1 到 64 个可见字符。"))
        }
        for (option, value) in [("--x-user-id", xUserID), ("--x-account-id", xAccountID)]
        where !IdentifierRule.holds(value, longest: IdentifierRule.longestAccount) {
            throw ValidationError(
                say("\(option) has 1 to 128 visible characters.", "\(option) 须为 1 到 128 个可见字符。")
            )
        }
        guard accountName.map(AccountName.holds) ?? true else {
            throw ValidationError(
                say("--account-name: \(AccountName.rule.en).", "--account-name：\(AccountName.rule.zh)。")
            )
        }
        guard email.map(EmailRule.holds) ?? true else {
            throw ValidationError(say("--email: \(EmailRule.rule.en).", "--email：\(EmailRule.rule.zh)。"))
        }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let file = try workspace.testUserFile()
        let entries = try file.entries()
        guard let hash = PasswordHash(of: try TypedPassword.read(), randomness: .openSSL) else {
            throw CommandFailure(.fault, "There is not enough memory for the hash.", "内存不足，无法计算哈希。")
        }
        let entry = TestUserEntry(
            name: name,
            password: hash.text,
            xUserID: xUserID,
            xAccountID: xAccountID,
            accountName: accountName,
            email: email,
            mobile: mobile,
            firstLogin: firstLogin
        )
        let isNew = !entries.contains { $0.name == name }
        try file.write(entries.filter { $0.name != name } + [entry])
        try await workspace.record(.testDirectory, "user", isNew ? "added" : "changed", account: xAccountID)
        Terminal.print(isNew ? say("added \(name)", "已添加 \(name)") : say("changed \(name)", "已修改 \(name)"))
    }
}
