public import SAML
public import XMLSecurity

/// What came of one rule in one run.
public struct ChecklistResult: Hashable, Sendable, Codable {
    /// The rule's id.
    public let rule: String
    /// The verdict.
    public let verdict: ChecklistVerdict
    private let en: String
    private let zh: String
    /// What it rests on.
    public let facts: [ChecklistFact]
    /// What it was proved against; `nil` when nothing was.
    public let provenance: Provenance?
    /// When the evidence was taken.
    public let takenAt: Instant?
    /// Who answers for it; it counts where the verdict is `waived`.
    public let waiver: ChecklistWaiver?

    /// One sentence.
    public var sentence: Bilingual { Bilingual(en, zh) }

    /// Whether somebody answers for it whose name nothing proves, so that it does not count for going live.
    public var isWaivedInVain: Bool { waiver != nil && verdict != .waived }

    /// Whether it stands between the partner and production, for a rule that must hold (design section 10).
    public var blocks: Bool { verdict != .pass && verdict != .waived }

    /// The joint-debug run that it rests on, with the SHA-256 of its file.
    public var jointDebugRun: (name: String, sha256: String)? {
        func fact(_ name: String) -> String? { facts.first { $0.name == name }?.value }
        guard let name = fact(ChecklistFact.run), let sha256 = fact(ChecklistFact.runHash) else { return nil }
        return (name, sha256)
    }

    init(
        rule: String,
        verdict: ChecklistVerdict,
        en: String,
        zh: String,
        facts: [ChecklistFact],
        provenance: Provenance?,
        takenAt: Instant?,
        waiver: ChecklistWaiver?
    ) {
        self.rule = rule
        self.verdict = verdict
        self.en = en
        self.zh = zh
        self.facts = facts
        self.provenance = provenance
        self.takenAt = takenAt
        self.waiver = waiver
    }

    /// A rule that somebody chose not to look at in this run.
    public static func skipped(_ rule: String, because reason: String) -> ChecklistResult {
        ChecklistResult(
            rule: rule,
            verdict: .notVerified,
            en: "Skipped: \(reason)",
            zh: "已跳过：\(reason)",
            facts: [],
            provenance: nil,
            takenAt: nil,
            waiver: nil
        )
    }

    /// The same result, which no longer counts because what it was taken under has changed.
    func outdated(_ why: Bilingual) -> ChecklistResult {
        ChecklistResult(
            rule: rule,
            verdict: .notVerified,
            en: why.en,
            zh: why.zh,
            facts: facts,
            provenance: provenance,
            takenAt: takenAt,
            waiver: nil
        )
    }
}
