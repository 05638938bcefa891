import SAML
import XMLSecurity

// The whitelist of stage live (design section 9).
extension ChecklistRule {
    static let whitelist: [ChecklistRule] = [
        rule(
            "whitelist.huawei",
            .must,
            ("HUAWEI CLOUD is on the whitelist", "华为云在白名单中"),
            (
                "drawbridge whitelist propose --kind service-provider …",
                "drawbridge whitelist propose --kind service-provider …"
            )
        ) { list, active in
            let providers = active.filter { $0.subject.kind == .serviceProvider && $0.subject.key == list.huawei }
            return (
                providers.isEmpty ? ["no entry in force names \(list.huawei ?? "it")"] : [],
                providers.map(\.subject.key)
            )
        },
        rule(
            "whitelist.accounts",
            .must,
            ("Some account may cross", "至少有一个账号可通行"),
            ("drawbridge whitelist propose --kind account …", "drawbridge whitelist propose --kind account …")
        ) { _, active in
            let all = active.contains {
                if case .serviceProvider(let sp) = $0.subject { sp.accounts == .all } else { false }
            }
            let accounts = active.filter { $0.subject.kind == .account }
            return (
                accounts.isEmpty && !all ? ["no account is listed"] : [], ["\(accounts.count) entries of kind account"]
            )
        },
        rule(
            "whitelist.second-person",
            .must,
            ("A second person approved each entry", "每个条目均由第二人批准"),
            ("drawbridge whitelist approve ID", "drawbridge whitelist approve 编号")
        ) { list, _ in
            let active = list.active
            let alone = active.filter { entry in !entry.approvals.contains { !$0.isSame(as: entry.author) } }
            return (alone.map { "\($0.id) \($0.subject.key)" }, ["\(active.count) active entries"])
        },
        rule(
            "whitelist.one-system-user",
            .should,
            ("Author and approver are not one user of one machine", "提议人与批准人不是同一系统用户"),
            ("Let another person approve from an account of their own.", "请由他人用自己的账户批准。")
        ) { list, _ in
            (list.active.filter(\.sharesSystemUser).map { "\($0.id) \($0.subject.key)" }, [])
        },
        rule(
            "whitelist.wide",
            .should,
            ("No SP lets in all accounts", "没有 SP 放行全部账号"),
            ("List the accounts, and set accounts: listed.", "请列出账号，并设为 accounts: listed。")
        ) { list, _ in
            let wide = list.active.filter {
                if case .serviceProvider(let provider) = $0.subject { provider.accounts == .all } else { false }
            }
            return (wide.map { "\($0.id) \($0.subject.key)" }, [])
        },
        certificates,
        gateways,
        ChecklistRule(
            "whitelist.coverage",
            .live,
            .must,
            source: "Drawbridge design 9",
            title: Bilingual("No known customer would be refused", "没有已知客户会被拒绝"),
            hint: Bilingual("drawbridge whitelist coverage --since 7d", "drawbridge whitelist coverage --since 7d"),
            on: \.coverage
        ) { coverage, _ in
            let refused = coverage.refused.prefix(mostNamed).map { ChecklistFact("refused", $0) }
            let facts = [ChecklistFact("judged", String(coverage.judged))] + refused
            return coverage.refused.isEmpty
                ? .pass("None would.", "符合。", facts)
                : .fail("\(coverage.refused.count) would.", "有 \(coverage.refused.count) 个客户会被拒绝。", facts)
        },
        ChecklistRule(
            "whitelist.validity",
            .live,
            .must,
            source: "Drawbridge design 9",
            title: Bilingual("No active entry is over", "生效条目均未过期"),
            hint: Bilingual("Propose it anew, or retire it.", "请重新提议或退役该条目。"),
            on: \.whitelist
        ) { list, now in
            let over = list.active.filter { $0.validity.isOver(at: now) }.map(ends)
            return over.isEmpty ? .pass("None is.", "符合。") : .fail("Some are.", "存在已过期条目。", over)
        },
        ChecklistRule(
            "whitelist.ending",
            .live,
            .should,
            source: "Drawbridge design 9",
            title: Bilingual("No entry in force ends within a week", "生效条目均不会在一周内到期"),
            hint: Bilingual("Propose it anew in time.", "请及时重新提议。"),
            on: \.whitelist
        ) { list, now in
            let soon = now.adding(seconds: 7 * 86_400)
            let ending = list.inForce(at: now).filter { $0.validity.isOver(at: soon) }.map(ends)
            return ending.isEmpty ? .pass("None does.", "符合。") : .warn("Some do.", "存在临近到期条目。", ending)
        },
        rule(
            "whitelist.unused",
            .should,
            ("Each account that is listed by name was used lately", "逐个列出的账号近期均被使用"),
            (
                "Retire what nobody uses; checklist.unused_days says how long that may be.",
                "请退役无人使用的条目；天数由 checklist.unused_days 设置。"
            )
        ) { list, active in
            let unused = active.compactMap { entry -> String? in
                guard case .account(.exact(let id)) = entry.subject, !list.used.contains(id) else { return nil }
                return "\(entry.id) \(id)"
            }
            return (unused, ["in \(list.unusedDays) days"])
        },
    ]

    private static func ends(_ entry: WhitelistEntry) -> ChecklistFact {
        ChecklistFact("entry \(entry.id) \(entry.subject.key)", entry.validity.until?.xsDateTime ?? "-")
    }

    /// A rule that names what breaks it; of one that should hold it is a warning.
    private static func rule(
        _ id: String,
        _ level: ChecklistLevel,
        _ title: (String, String),
        _ hint: (String, String),
        _ judge: @escaping @Sendable (WhitelistEvidence, [WhitelistEntry]) -> (broken: [String], seen: [String])
    ) -> ChecklistRule {
        ChecklistRule(
            id,
            .live,
            level,
            source: "Drawbridge design 9",
            title: Bilingual(title.0, title.1),
            hint: Bilingual(hint.0, hint.1),
            on: \.whitelist
        ) { list, now in
            let (broken, seen) = judge(list, list.inForce(at: now))
            return finding(level, broken: broken, seen: seen)
        }
    }

    /// What a rule says that names what breaks it.
    static func finding(_ level: ChecklistLevel, broken: [String], seen: [String]) -> ChecklistFinding {
        let facts =
            seen.map { ChecklistFact("seen", $0) } + broken.prefix(mostNamed).map { ChecklistFact("wrong", $0) }
        guard !broken.isEmpty else { return .pass("It is so.", "符合。", facts) }
        return level == .must
            ? .fail("\(broken.count) are not so.", "有 \(broken.count) 项不符合。", facts)
            : .warn("\(broken.count) are not so.", "有 \(broken.count) 项不符合。", facts)
    }

    /// How many entries a report names: more is a list of its own, which `whitelist list` prints.
    private static let mostNamed = 20
}
