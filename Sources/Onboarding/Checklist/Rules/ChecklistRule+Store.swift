import SAML
import XMLSecurity

// The store, its chains and its backups.
extension ChecklistRule {
    /// What a busy month of ledger and trail needs, with room for a backup beside it, in octets.
    private static let leastRoom: Int64 = 1 << 30

    static let store: [ChecklistRule] = [
        ChecklistRule(
            "store.whole",
            .prepare,
            .must,
            source: "Drawbridge design 12",
            title: Bilingual("The store is whole and writable", "存储完整且可写"),
            hint: Bilingual("drawbridge store check", "drawbridge store check"),
            on: \.store
        ) { store, _ in
            let facts = store.damage.map { ChecklistFact("damage", $0) }
            if !store.isWritable { return .fail("It cannot be written.", "无法写入。", facts) }
            return facts.isEmpty ? .pass("It is.", "符合。") : .fail("It is damaged.", "已损坏。", facts)
        },
        ChecklistRule(
            "store.chains",
            .prepare,
            .must,
            source: "Drawbridge design 12",
            title: Bilingual("Ledger and trail are unbroken", "账本与审计记录的链完整"),
            hint: Bilingual("drawbridge audit verify", "drawbridge audit verify"),
            on: \.store
        ) { store, _ in
            let facts = store.brokenChains.map { ChecklistFact("broken", $0) }
            return facts.isEmpty ? .pass("They are.", "符合。") : .fail("One is broken.", "链已断裂。", facts)
        },
        ChecklistRule(
            "store.room",
            .live,
            .must,
            source: "Drawbridge design 12",
            title: Bilingual("There is room where the store lies", "存储所在磁盘有足够空间"),
            hint: Bilingual("Make room, or move the store.", "请清理空间或迁移存储。"),
            on: \.store
        ) { store, _ in
            let facts = [ChecklistFact("free", "\(store.free >> 20) MiB")]
            return store.free >= leastRoom
                ? .pass("There is.", "空间充足。", facts)
                : .fail("Less than 1 GiB is free.", "剩余空间不足 1 GiB。", facts)
        },
        ChecklistRule(
            "store.backup",
            .live,
            .must,
            source: "Drawbridge design 12",
            title: Bilingual("The store was saved lately", "近期做过备份"),
            hint: Bilingual(
                "drawbridge store backup FILE; checklist.backup_days says how old it may be.",
                "drawbridge store backup 文件；最长间隔由 checklist.backup_days 设置。"
            ),
            on: \.store
        ) { store, now in
            guard let backup = store.backup else { return .fail("It was never saved.", "从未备份。") }
            let facts = [
                ChecklistFact("saved", backup.xsDateTime), ChecklistFact("days allowed", "\(store.backupDays)"),
            ]
            return now.seconds(since: backup) <= store.backupDays * 86_400
                ? .pass("It was.", "符合。", facts) : .fail("It was not.", "备份已过期。", facts)
        },
    ]
}
