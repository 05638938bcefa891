public import SAML

// What is wrong with what a portal says of a customer (huawei-cloud.md 3.5, 10 F).
extension RefusalCode {
    private static let rule = "huawei-cloud.md 3.5"

    private static let correct = Bilingual(
        "The customer was let in without it; correct it at the portal.",
        "客户已登录，但未发送该属性；请在门户中更正。"
    )

    /// xUserId, xAccountId: empty or not writable.
    public static let attributeMandatory = RefusalCode(
        "attribute.mandatory",
        .attribute,
        spec: rule,
        message: Bilingual("`xUserId` or `xAccountId` is empty or breaks its rule.", "xUserId 或 xAccountId 为空或不符合规则。"),
        hint: Bilingual(
            "Both have 1 to 128 visible characters; xAccountId is the xaccount_id of create-customer.",
            "两者均为 1 到 128 个可见字符；xAccountId 须与创建客户时的 xaccount_id 一致。"
        )
    )
    /// name.
    public static let attributeAccountName = RefusalCode(
        "attribute.account-name",
        .attribute,
        spec: "huawei-cloud.md 6.4",
        message: Bilingual(
            "`name` was left out: it must be \(AccountName.rule.en).",
            "未发送 name：须为\(AccountName.rule.zh)。"
        ),
        hint: correct
    )
    /// email.
    public static let attributeEmail = RefusalCode(
        "attribute.email",
        .attribute,
        spec: "huawei-cloud.md 6.4",
        message: Bilingual(
            "`email` was left out: it must be \(EmailRule.rule.en).",
            "未发送 email：须为\(EmailRule.rule.zh)。"
        ),
        hint: correct
    )
    /// mobile.
    public static let attributeMobile = RefusalCode(
        "attribute.mobile",
        .attribute,
        spec: rule,
        message: Bilingual(
            "`mobile` was left out: it must be \(PhoneNumber.rule.en).",
            "未发送 mobile：须为\(PhoneNumber.rule.zh)。"
        ),
        hint: correct
    )

    /// All of this part.
    static let customerAttributes = [attributeMandatory, attributeAccountName, attributeEmail, attributeMobile]
}
