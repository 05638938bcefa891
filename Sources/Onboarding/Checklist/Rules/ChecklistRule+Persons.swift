import SAML
import XMLSecurity

// What no machine can judge: a person vouches for it with a file.
extension ChecklistRule {
    static let persons: [ChecklistRule] = [
        vouched(
            "manual.huawei-whitelist",
            .live,
            .must,
            "huawei-cloud.md 10 #72 (1.3, 9)",
            "HUAWEI's own 白名单配置 is done",
            "华为侧白名单配置已完成"
        ),
        vouched(
            "manual.platform-id",
            .jointDebug,
            .must,
            "huawei-cloud.md 10 #22 (1.1)",
            "The platform id was received from Partner Center",
            "已从伙伴中心取得伙伴平台标识"
        ),
        vouched("manual.contacts", .live, .must, "huawei-cloud.md 1.3", "Both sides know whom to call", "双方联系人已交换"),
        ChecklistRule(
            FilingEvidence.rule,
            .live,
            .must,
            source: "Drawbridge design 10",
            title: Bilingual("At site china the domain has its ICP filing", "中国站：域名已完成 ICP 备案"),
            hint: attaching(FilingEvidence.rule),
            on: \.filing
        ) { filing, _ in
            if let site = filing.site, site != FilingEvidence.site {
                return .pass("It is not asked for at site \(site).", "站点 \(site) 不需要。", [ChecklistFact("site", site)])
            }
            return finding(filing.file)
        },
        vouched(
            "manual.test-accounts",
            .jointDebug,
            .should,
            "huawei-cloud.md 10 #71 (1.3)",
            "Accounts for trying the first login are there",
            "首次登录测试账号已准备"
        ),
        vouched(
            "manual.restore",
            .live,
            .should,
            "Drawbridge design 12",
            "A backup was put back once, for trial",
            "已演练过备份恢复"
        ),
    ]

    /// A rule that a file with a signer passes.
    static func vouched(
        _ id: String,
        _ stage: ChecklistStage,
        _ level: ChecklistLevel,
        _ source: String,
        _ en: String,
        _ zh: String
    ) -> ChecklistRule {
        ChecklistRule(
            id,
            stage,
            level,
            source: source,
            title: Bilingual(en, zh),
            hint: attaching(id),
            on: \.attachments
        ) { attachments, _ in
            finding(attachments[id])
        }
    }

    private static func attaching(_ id: String) -> Bilingual {
        Bilingual(
            "Attach what shows it: drawbridge checklist attach \(id) FILE --operator-token-file TOKEN",
            "请附上证明：drawbridge checklist attach \(id) 文件 --operator-token-file 令牌文件"
        )
    }

    private static func finding(_ file: ChecklistAttachment?) -> ChecklistFinding {
        guard let file else { return .notVerified("Nobody vouches for it yet.", "尚无人提供证明。") }
        let name = file.person.name
        return .pass("\(name) vouches for it.", "由 \(name) 证明。", file.facts).taken(at: file.at)
    }
}
