import SAML
import XMLSecurity

// Our keys (huawei-cloud.md 10 #70, design section 8).
extension ChecklistRule {
    private static let day: Int64 = 86_400
    /// A private key that signs is used for three years at most (NIST SP 800-57 part 1, 5.3.6), in days.
    private static let oldestKey: Int64 = 3 * 365

    static let keys: [ChecklistRule] = [
        ChecklistRule(
            "keys.active",
            .prepare,
            .must,
            source: "Drawbridge design 8",
            title: Bilingual("Exactly one key signs", "恰有一个密钥用于签名"),
            hint: Bilingual("drawbridge keys generate", "drawbridge keys generate"),
            on: \.keys
        ) { keys, _ in
            let active = keys.filter { $0.role == .active }.map { ChecklistFact("key", $0.name) }
            return active.count == 1
                ? .pass("It does.", "符合。", active)
                : .fail("\(active.count) keys sign.", "有 \(active.count) 个密钥。", active)
        },
        ChecklistRule(
            "keys.expiry",
            .prepare,
            .must,
            source: "huawei-cloud.md 10 #70 (2.2)",
            title: Bilingual("No certificate in use ends soon", "使用中的证书均未临近到期"),
            hint: Bilingual(
                "Plan the rollover: Documentation/key-rollover.md",
                "请规划密钥轮换：Documentation/key-rollover.md"
            ),
            on: \.keys
        ) { keys, now in
            let used = keys.filter { $0.role != .generated }
            let facts = used.map { ChecklistFact($0.name, $0.end.xsDateTime) }
            guard let end = used.map(\.end).min() else { return .fail("There is no key.", "没有密钥。") }
            let days = end.seconds(since: now) / day
            if end <= now { return .fail("A certificate has ended.", "有证书已过期。", facts) }
            return days < 60
                ? .warn("The first ends in \(days) days.", "最早的将在 \(days) 天后到期。", facts)
                : .pass("The first ends in \(days) days.", "最早的将在 \(days) 天后到期。", facts)
        },
        ChecklistRule(
            "keys.age",
            .live,
            .should,
            source: "Drawbridge design 8",
            title: Bilingual("No key that signs is older than three years", "签名密钥的使用不超过三年"),
            hint: Bilingual(
                "Plan the rollover: Documentation/key-rollover.md",
                "请规划密钥轮换：Documentation/key-rollover.md"
            ),
            on: \.keys
        ) { keys, now in
            let active = keys.filter { $0.role == .active }
            guard let made = active.map(\.made).min() else { return .warn("No key signs.", "没有生效的密钥。") }
            let facts = active.map { ChecklistFact($0.name, $0.made.xsDateTime) }
            let days = now.seconds(since: made) / day
            return days > oldestKey
                ? .warn("The oldest was made \(days) days ago.", "最早的生成于 \(days) 天前。", facts)
                : .pass("The oldest was made \(days) days ago.", "最早的生成于 \(days) 天前。", facts)
        },
        ChecklistRule(
            "keys.permissions",
            .prepare,
            .must,
            source: "Drawbridge design 8",
            title: Bilingual("Private keys are for the service's user alone", "私钥仅限服务用户读取"),
            hint: Bilingual("chmod 600 certs/private/*", "chmod 600 certs/private/*"),
            on: \.keys
        ) { keys, _ in
            let facts = keys.map { ChecklistFact($0.name, $0.mode.map { String($0, radix: 8) } ?? "-") }
            if keys.contains(where: { $0.mode == nil }) {
                return .notVerified("The file of a private key is missing.", "缺少私钥文件。", facts)
            }
            return keys.allSatisfy { ($0.mode ?? 0) & 0o077 == 0 }
                ? .pass("They are.", "符合。", facts)
                : .fail("Others can read one.", "有私钥可被他人读取。", facts)
        },
        ChecklistRule(
            "keys.waiting",
            .live,
            .should,
            source: "Drawbridge design 8",
            title: Bilingual("No rollover is left half-way", "没有未完成的密钥轮换"),
            hint: Bilingual(
                "drawbridge keys activate NAME, or keys retire NAME",
                "drawbridge keys activate 名称，或 keys retire 名称"
            ),
            on: \.keys
        ) { keys, _ in
            let waiting = keys.filter { $0.role == .published }.map { ChecklistFact($0.name, $0.since.xsDateTime) }
            return waiting.isEmpty
                ? .pass("None is.", "没有。")
                : .warn("A key is published and does not sign.", "有密钥已发布但未启用。", waiting)
        },
        ChecklistRule(
            "keys.simulation",
            .live,
            .must,
            source: "Drawbridge design 4.10",
            title: Bilingual("Our keys are no simulation's", "本方密钥不属于模拟环境"),
            hint: Bilingual("Make a key of your own: drawbridge keys generate", "请生成自己的密钥：drawbridge keys generate"),
            on: \.keys
        ) { keys, _ in
            let simulated = keys.filter(\.isSimulated).map { ChecklistFact("key", $0.name) }
            return simulated.isEmpty
                ? .pass("None is.", "符合。") : .fail("One is.", "存在模拟环境的密钥。", simulated)
        },
    ]
}
