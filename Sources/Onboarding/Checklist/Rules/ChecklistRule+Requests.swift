import SAML
import XMLSecurity

// Sections D and G of huawei-cloud.md 10: what this build refuses, shown by attacks on it.
extension ChecklistRule {
    static let requests: [ChecklistRule] =
        [
            defence(
                "request.parameters",
                25,
                [39, 40, 43],
                "Parameters come once, by their plain names",
                "参数只出现一次且名称规范"
            ),
            defence(
                "request.signature",
                26,
                [15, 16, 41, 42],
                "Requests are signed over the raw octets by HUAWEI CLOUD's key",
                "请求由华为云密钥对原始字节签名"
            ),
            defence("request.algorithm", 27, [33], "Weak signature methods are refused", "拒绝弱签名算法"),
            defence("request.decoding", 28, [23, 44], "Bombs and document types are refused", "拒绝压缩炸弹与 DOCTYPE"),
            defence(
                "request.addresses",
                29,
                [45, 50],
                "Issuer, addresses and answer address are those of the metadata",
                "签发者与各地址均与元数据一致"
            ),
            defence("request.once", 30, [49, 51], "A request is fresh and taken once", "请求在有效期内且只用一次"),
        ] + [
            needsRun(
                "request.name-id",
                "huawei-cloud.md 10 #31 (3.3)",
                "NameIDPolicy, ForceAuthn and IsPassive are honoured",
                "遵循 NameIDPolicy、ForceAuthn、IsPassive"
            ),
            needsRun(
                "request.fixture",
                "huawei-cloud.md 10 #32 (3.3)",
                "A request as documented is taken",
                "文档中的请求可被受理"
            ),
            needsRun(
                "notification.signature",
                "huawei-cloud.md 10 #56 (5)",
                "A notification is verified before anything is read",
                "通知先验签后读取"
            ),
            needsRun(
                "notification.form",
                "huawei-cloud.md 10 #57 (5)",
                "bindAction is taken as number and as text",
                "bindAction 支持数字与字符串"
            ),
            needsRun(
                "notification.replay",
                "huawei-cloud.md 10 #58 (5)",
                "A notification that is sent again changes nothing",
                "重复通知不改变状态"
            ),
            needsRun(
                "notification.fixture",
                "huawei-cloud.md 10 #59 (5)",
                "The notification of the documentation is taken, its upper-cased form refused",
                "文档样例可受理，其大写形式被拒绝"
            ),
        ]

    private static func defence(
        _ id: String,
        _ number: Int,
        _ classes: [Int],
        _ en: String,
        _ zh: String
    ) -> ChecklistRule {
        ChecklistRule(
            id,
            .prepare,
            .must,
            source: "huawei-cloud.md 10 #\(number) (3.3)",
            title: Bilingual(en, zh),
            hint: Bilingual("See: drawbridge self-test --attacks", "请查看：drawbridge self-test --attacks"),
            on: \.defences
        ) { defences, _ in
            let asked = defences.classes.filter { classes.contains($0.number) }
            let open = asked.flatMap(\.open)
            let tried = asked.reduce(0) { $0 + $1.tried }
            let facts = [ChecklistFact("attacks tried", String(tried))] + open.map { ChecklistFact("got through", $0) }
            guard asked.count == classes.count, tried > 0 else {
                return .notVerified("Not all of its attacks were tried.", "并未尝试全部相关攻击。", facts)
            }
            return open.isEmpty
                ? .pass("\(tried) attacks were refused.", "\(tried) 项攻击均被拒绝。", facts)
                : .fail("\(open.count) of \(tried) attacks got through.", "\(tried) 项攻击中有 \(open.count) 项得逞。", facts)
        }
    }

    /// A rule that a joint-debug run judges.
    static func needsRun(
        _ id: String,
        _ source: String,
        _ en: String,
        _ zh: String,
        level: ChecklistLevel = .must
    ) -> ChecklistRule {
        ChecklistRule(
            id,
            .jointDebug,
            level,
            source: source,
            title: Bilingual(en, zh),
            hint: Bilingual("Run: drawbridge joint-debug run", "请运行：drawbridge joint-debug run"),
            longestAge: longestAgeOfRun,
            on: \.run
        ) { runs, _ in
            guard let judged = runs.rules[id] else {
                return .notVerified("No run judges it.", "没有运行涉及该项。")
            }
            let facts = [
                ChecklistFact(ChecklistFact.run, judged.run), ChecklistFact(ChecklistFact.runHash, judged.sha256),
                ChecklistFact("at", judged.at.xsDateTime),
            ]
            let finding: ChecklistFinding =
                judged.holds
                ? .pass("It held in \(judged.run).", "在 \(judged.run) 中符合。", facts)
                : .fail("It did not hold in \(judged.run).", "在 \(judged.run) 中不符合。", facts)
            return finding.taken(at: judged.at).proved(against: judged.provenance)
        }
    }

    /// A week: what ran before is another configuration.
    private static let longestAgeOfRun: Int64 = 7 * 86_400
}
