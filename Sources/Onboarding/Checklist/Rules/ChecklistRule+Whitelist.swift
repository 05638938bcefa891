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
                providers.isEmpty ? ["no active entry names \(list.huawei ?? "it")"] : [], providers.map(\.subject.key)
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
        ) { _, active in
            let alone = active.filter { entry in !entry.approvals.contains { !$0.isSame(as: entry.author) } }
            return (alone.map { "\($0.id) \($0.subject.key)" }, ["\(active.count) active entries"])
        },
        rule(
            "whitelist.one-system-user",
            .should,
            ("Author and approver are not one user of one machine", "提议人与批准人不是同一系统用户"),
            ("Let another person approve from an account of their own.", "请由他人用自己的账户批准。")
        ) { _, active in
            (active.filter(\.sharesSystemUser).map { "\($0.id) \($0.subject.key)" }, [])
        },
        rule(
            "whitelist.wide",
            .should,
            ("No SP lets in all accounts", "没有 SP 放行全部账号"),
            ("List the accounts, and set accounts: listed.", "请列出账号，并设为 accounts: listed。")
        ) { _, active in
            let wide = active.filter {
                if case .serviceProvider(let provider) = $0.subject { provider.accounts == .all } else { false }
            }
            return (wide.map { "\($0.id) \($0.subject.key)" }, [])
        },
        rule(
            "whitelist.certificates",
            .must,
            ("The certificates of each SP on the whitelist are those of its metadata", "白名单中 SP 的证书与其元数据一致"),
            ("Let two persons put the new certificate on the whitelist.", "请由两人将新证书加入白名单。")
        ) { list, active in
            let odd = active.compactMap { entry -> String? in
                guard case .serviceProvider(let provider) = entry.subject, !provider.certificates.isEmpty else {
                    return nil
                }
                let present = Set(list.certificates[provider.entityID] ?? [])
                return present.isSubset(of: provider.certificates) && !present.isEmpty ? nil : provider.entityID
            }
            return (odd, [])
        },
        rule(
            "whitelist.gateways",
            .should,
            ("The hosts that the firewall must let out are listed", "防火墙须放行的主机已列出"),
            ("drawbridge whitelist propose --kind gateway …", "drawbridge whitelist propose --kind gateway …")
        ) { _, active in
            let gateways = active.filter { $0.subject.kind == .gateway }.map(\.subject.key)
            return (gateways.isEmpty ? ["no gateway is listed"] : [], gateways)
        },
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
            .should,
            source: "Drawbridge design 9",
            title: Bilingual("No entry in force is over, or ends within a week", "生效条目均未到期或临近到期"),
            hint: Bilingual("Propose it anew, or retire it.", "请重新提议或退役该条目。"),
            on: \.whitelist
        ) { list, now in
            let soon = now.adding(seconds: 7 * 86_400)
            let ending = list.entries.filter { $0.state == .active && $0.validity.isOver(at: soon) }
            let facts = ending.map { ChecklistFact("entry \($0.id)", $0.validity.until?.xsDateTime ?? "-") }
            return facts.isEmpty ? .pass("None is.", "符合。") : .warn("Some are.", "存在此类条目。", facts)
        },
        rule(
            "whitelist.unused",
            .should,
            ("Each account that is listed by name was used in the last thirty days", "逐个列出的账号在近三十天内均被使用"),
            ("Retire what nobody uses.", "请退役无人使用的条目。")
        ) { list, active in
            let unused = active.compactMap { entry -> String? in
                guard case .account(.exact(let id)) = entry.subject, !list.used.contains(id) else { return nil }
                return "\(entry.id) \(id)"
            }
            return (unused, [])
        },
    ]

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
        ) { list, _ in
            let (broken, seen) = judge(list, list.entries.filter { $0.state == .active })
            let facts =
                seen.map { ChecklistFact("seen", $0) } + broken.prefix(mostNamed).map { ChecklistFact("wrong", $0) }
            guard !broken.isEmpty else { return .pass("It is so.", "符合。", facts) }
            return level == .must
                ? .fail("\(broken.count) are not so.", "有 \(broken.count) 项不符合。", facts)
                : .warn("\(broken.count) are not so.", "有 \(broken.count) 项不符合。", facts)
        }
    }

    /// How many entries a report names: more is a list of its own, which `whitelist list` prints.
    private static let mostNamed = 20
}
