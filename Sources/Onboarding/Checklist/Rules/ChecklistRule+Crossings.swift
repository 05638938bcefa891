import SAML
import XMLSecurity

// What only the real HUAWEI CLOUD proves: entries of our own chains, with a screenshot that a person attached.
extension ChecklistRule {
    /// How old the proof may be, in seconds: a week, as a run.
    private static let crossingAge: Int64 = 7 * 86_400

    static let crossings: [ChecklistRule] = [
        real("live.real-sign-on", "A sign-on to the real HUAWEI CLOUD came through", "已真实登录华为云", \.signOn),
        real("live.real-first-login", "A first login at the real HUAWEI CLOUD came through", "已真实完成首次登录", \.firstLogin),
        real("live.real-notification", "The real HUAWEI CLOUD reported an association", "已收到华为云真实绑定通知", \.notification),
    ]

    private static func real(
        _ id: String,
        _ en: String,
        _ zh: String,
        _ crossing: any KeyPath<CrossingEvidence, CrossingEvidence.Crossing?> & Sendable
    ) -> ChecklistRule {
        ChecklistRule(
            id,
            .live,
            .must,
            source: "Drawbridge design 10",
            title: Bilingual(en, zh),
            hint: Bilingual(
                "Do it once by hand with the real HUAWEI CLOUD, and attach a screenshot: drawbridge checklist attach \(id) FILE --operator-token-file TOKEN",
                "请在真实华为云上手工完成一次，并附截图：drawbridge checklist attach \(id) 文件 --operator-token-file 令牌文件"
            ),
            longestAge: crossingAge,
            on: \.crossings
        ) { crossings, _ in
            guard crossings.isReal else {
                return .notVerified("The SP that is imported is not the real one.", "导入的 SP 不是真实华为云。")
            }
            guard let imported = crossings.imported else {
                return .notVerified(
                    "The trail does not say when its metadata came; import it again: drawbridge sp import FILE --replace",
                    "审计记录中没有其元数据的导入时间，请重新导入：drawbridge sp import 文件 --replace"
                )
            }
            guard let entry = crossings[keyPath: crossing], entry.at >= imported else {
                return .notVerified(
                    "Our records know of none since its metadata was imported.",
                    "导入其元数据之后，记录中没有。",
                    [ChecklistFact("metadata imported", imported.xsDateTime)]
                )
            }
            return judge(entry, screenshot: crossings.screenshots[id]).taken(at: entry.at)
        }
    }

    private static func judge(
        _ entry: CrossingEvidence.Crossing,
        screenshot: ChecklistAttachment?
    ) -> ChecklistFinding {
        let facts =
            [ChecklistFact("reference", entry.reference), ChecklistFact("at", entry.at.xsDateTime)] + entry.facts
        guard let screenshot else {
            return .notVerified("A person has to attach a screenshot.", "需由人员附上截图。", facts)
        }
        guard screenshot.at >= entry.at else {
            return .notVerified(
                "The screenshot was attached before; attach one of what happened since.",
                "截图早于该记录，请附上之后的截图。",
                facts + screenshot.facts
            ).taken(at: entry.at)
        }
        return .pass(
            "It did, and \(screenshot.person.name) saw it.",
            "已完成，由 \(screenshot.person.name) 见证。",
            facts + screenshot.facts
        )
    }
}
