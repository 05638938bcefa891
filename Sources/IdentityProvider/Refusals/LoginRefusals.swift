public import SAML

// What is wrong with a sign-in at the test directory (design section 7, 4.10).
extension RefusalCode {
    /// Wrong name or password; which of them is not said.
    public static let loginWrong = RefusalCode(
        "login.wrong-password",
        .session,
        spec: "Drawbridge design 7",
        message: Bilingual("The name or the password is wrong.", "用户名或密码错误。"),
        hint: Bilingual(
            "Try again. The operator makes test users with `drawbridge test-users add`.",
            "请重试。测试用户由运维人员用 drawbridge test-users add 创建。"
        )
    )
    /// Too many wrong passwords.
    public static let loginThrottled = RefusalCode(
        "login.throttled",
        .session,
        spec: "Drawbridge design 7",
        message: Bilingual("There were too many sign-in attempts.", "登录尝试次数过多。"),
        hint: Bilingual("Wait a quarter of an hour, then try again.", "请等待十五分钟后重试。")
    )
    /// The form did not come from our page in this browser.
    public static let loginForm = RefusalCode(
        "login.form",
        .session,
        spec: "Drawbridge design 7",
        message: Bilingual(
            "The sign-in form did not come from this service's page in this browser, or it is too old.",
            "登录表单不是来自本服务在当前浏览器中的页面，或已过期。"
        ),
        hint: Bilingual(
            "Open the page again, with cookies allowed, at the address that base_url names.",
            "请允许 Cookie，并通过 base_url 所示地址重新打开该页面。"
        )
    )
    /// A test user on the way to a real SP.
    public static let sessionTestAccount = RefusalCode(
        "session.test-account",
        .session,
        spec: "Drawbridge design 4.10",
        message: Bilingual(
            "A user of the test directory may not sign in to this service provider.",
            "测试目录中的用户不能登录该服务提供商。"
        ),
        hint: Bilingual(
            "Service providers on this machine take test users. For another one list the exact xAccountId in test_directory.accounts.",
            "测试用户可登录本机上的服务提供商；其他服务提供商须在 test_directory.accounts 中列出准确的 xAccountId。"
        )
    )

    /// All of this part.
    static let logins: [RefusalCode] = [loginWrong, loginThrottled, loginForm, sessionTestAccount]
}
