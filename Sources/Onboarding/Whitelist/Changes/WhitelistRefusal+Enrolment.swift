import SAML

// What a portal may not add by itself.
extension WhitelistRefusal.Reason {
    /// Nobody let it.
    public static let enrolmentMissing = Self(
        "enrolment-missing",
        Bilingual("The portal has no enrolment in force.", "该销售平台没有生效的自助登记。"),
        hint: Bilingual(
            "Let two persons approve an entry of the kind enrolment, and activate it.",
            "请由两人批准一条 enrolment 条目并启用。"
        )
    )
    /// More than single accounts.
    public static let enrolmentExact = Self(
        "enrolment-exact",
        Bilingual("A portal adds exact accounts and nothing else.", "销售平台只能添加精确账号。"),
        hint: Bilingual("Let persons propose what is wider.", "更宽的条目请由人员提出。")
    )
    /// Too many a day.
    public static let enrolmentSpent = Self(
        "enrolment-spent",
        Bilingual("The portal may add no more accounts today.", "该销售平台今日可添加的账号数已用完。"),
        hint: Bilingual(
            "Try again tomorrow, or let two persons approve a larger per_day.",
            "请明日再试，或由两人批准更大的 per_day。"
        )
    )

    /// All of this part.
    static let enrolments: [Self] = [enrolmentMissing, enrolmentExact, enrolmentSpent]
}
