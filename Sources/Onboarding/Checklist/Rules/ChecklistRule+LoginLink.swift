import SAML

// Section C of huawei-cloud.md 10: the login link.
extension ChecklistRule {
    static let loginLink: [ChecklistRule] = [
        ChecklistRule(
            "login-link.form",
            .jointDebug,
            .must,
            source: "huawei-cloud.md 10 #21, #22, #24 (3.1)",
            title: Bilingual("The login link is built as documented", "登录链接符合文档"),
            hint: Bilingual(
                "See what is wrong with: drawbridge explain CODE",
                "可用 drawbridge explain 错误码 查看原因。"
            ),
            on: \.partnerCenter
        ) { center, _ in
            guard let link = center.link else {
                return .notVerified(
                    "Without a platform id there is no link to judge.",
                    "没有伙伴平台标识，无法生成链接。"
                )
            }
            let facts = [ChecklistFact("link", link.url)] + link.faults.map { ChecklistFact("wrong", $0) }
            return link.faults.isEmpty
                ? .pass("It is.", "符合。", facts) : .fail("It is not.", "不符合。", facts)
        },
        ChecklistRule(
            "login-link.when-unknown",
            .jointDebug,
            .must,
            source: "huawei-cloud.md 10 #23 (3.1)",
            title: Bilingual(
                "It is said what isFirstLogin is for customers of whom nothing is known",
                "已设定未知客户的 isFirstLogin"
            ),
            hint: Bilingual("Set first_login.when_unknown.", "请设置 first_login.when_unknown。"),
            on: \.partnerCenter
        ) { center, _ in
            center.knowsFirstLogin
                ? .pass("It is.", "已设定。")
                : .fail("It is not: such customers are refused.", "未设定：此类客户会被拒绝。")
        },
    ]
}
