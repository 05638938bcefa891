import HuaweiCloud
import SAML

// Sections E and F of huawei-cloud.md 10: what `message lint` judges in the responses of a run, under the same ids.
extension ChecklistRule {
    static let messages: [ChecklistRule] = HuaweiMessageLinter.rules.filter { $0.level != .note }.map { rule in
        needsRun(rule.id, rule.spec, rule.title.en, rule.title.zh, level: rule.level == .error ? .must : .should)
    }

    // Section H, at the levels of its list. They ask how this program calls, which any run shows: without keys for the BSS,
    // and for a partner who never calls it.
    static let bss: [ChecklistRule] = [
        calls("bss.signature", 60, "Calls are signed as both published vectors have it", "签名与两个公开样例一致"),
        calls("bss.time", 61, "Calls carry UTC within 15 minutes", "调用时间为 UTC 且误差在 15 分钟内"),
        calls("bss.token", 62, "Tokens are renewed within a day", "令牌在 24 小时内更新"),
        calls("bss.endpoint", 63, "The endpoint is the site's", "终端节点与站点一致"),
        calls("bss.adjust-records", 64, "Adjustment records are asked for as documented", "按文档查询调账记录"),
        calls("bss.throttling", 65, "Throttling is kept and obeyed", "遵守限流"),
        calls("bss.errors", 66, "Documented errors are told apart", "区分文档中的错误码", level: .should),
        calls("bss.order", 67, "Customers are created in the documented order", "按文档顺序创建客户"),
        calls("bss.caller", 69, "The caller has the permission item", "调用方拥有权限项"),
    ]

    private static func calls(
        _ id: String,
        _ number: Int,
        _ en: String,
        _ zh: String,
        level: ChecklistLevel = .must
    ) -> ChecklistRule {
        needsRun(id, "huawei-cloud.md 10 #\(number) (6)", en, zh, level: level)
    }
}
