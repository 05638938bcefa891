public import SAML

// What is wrong with a login link (huawei-cloud.md 10 C, rules 21 to 24).
extension RefusalCode {
    private static func loginLink(
        _ id: String,
        _ refusalClass: RefusalClass,
        _ message: Bilingual,
        _ hint: Bilingual
    ) -> RefusalCode {
        RefusalCode("login-link." + id, refusalClass, spec: "huawei-cloud.md 3.1", message: message, hint: hint)
    }

    /// Another address.
    public static let loginLinkBase = loginLink(
        "base",
        .destination,
        Bilingual("The link does not lead to this site's login page.", "链接指向的不是该站点的登录页面。"),
        Bilingual("Compare huawei.site; each site has its own address.", "请核对 huawei.site；各站点的登录地址不同。")
    )
    /// A parameter twice.
    public static let loginLinkDuplicate = loginLink(
        "duplicate",
        .structure,
        Bilingual("The link has a parameter twice.", "链接中有重复的参数。"),
        Bilingual("Which one counts is not documented; send each once.", "以哪个为准没有文档说明；每个参数只能出现一次。")
    )
    /// xAccountType.
    public static let loginLinkPlatformID = loginLink(
        "platform-id",
        .structure,
        Bilingual("`xAccountType` is not the partner platform's identifier.", "xAccountType 不是伙伴平台标识。"),
        Bilingual(
            "Copy it from Partner Center: \(PartnerCenter.accessConfiguration.en).",
            "请从伙伴中心复制：\(PartnerCenter.accessConfiguration.zh)。"
        )
    )
    /// isFirstLogin.
    public static let loginLinkFirstLogin = loginLink(
        "first-login",
        .association,
        Bilingual("`isFirstLogin` does not fit this customer.", "isFirstLogin 与该客户的绑定状态不符。"),
        Bilingual(
            "`true` only while the customer has no bound account; accounts made by the API are bound.",
            "仅当客户尚未绑定华为云账号时为 true；通过 API 创建的账号已绑定。"
        )
    )
    /// Not encoded, or not to be decoded.
    public static let loginLinkEncoding = loginLink(
        "encoding",
        .structure,
        Bilingual("A value of the link is not percent-encoded.", "链接中的参数值没有正确编码。"),
        Bilingual("Encode each value once, as encodeURIComponent does.", "每个参数值请用 encodeURIComponent 编码一次。")
    )

    /// All of this part.
    static let loginLinks = [
        loginLinkBase, loginLinkDuplicate, loginLinkPlatformID, loginLinkFirstLogin, loginLinkEncoding,
    ]
}
