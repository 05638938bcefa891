public import SAML
public import XMLSecurity

/// One thing that must hold before customers cross (design section 10).
public struct ChecklistRule: Sendable {
    /// The stable id.
    public let id: String
    /// The stage that it first counts in.
    public let stage: ChecklistStage
    /// How much it weighs.
    public let level: ChecklistLevel
    /// Where it comes from.
    public let source: String
    /// What it asks.
    public let title: Bilingual
    /// What to do when it does not hold.
    public let hint: Bilingual
    /// How old its evidence may be, in seconds; `nil` for what is read anew with each run.
    public let longestAge: Int64?
    private let judge: @Sendable (ChecklistEvidence, Instant) -> Judged

    /// A finding with what it was proved against.
    struct Judged {
        let finding: ChecklistFinding
        let at: Instant?
        let provenance: Provenance?
    }

    /// Makes a rule that judges one part of the evidence.
    /// - Parameters:
    ///   - id: the stable id.
    ///   - stage: the stage that it first counts in.
    ///   - level: how much it weighs.
    ///   - source: where it comes from.
    ///   - title: what it asks.
    ///   - hint: what to do when it does not hold.
    ///   - longestAge: how old its evidence may be, in seconds.
    ///   - part: what it judges.
    ///   - check: the judgement; not asked where the part is missing or too old.
    public init<Part>(
        _ id: String,
        _ stage: ChecklistStage,
        _ level: ChecklistLevel,
        source: String,
        title: Bilingual,
        hint: Bilingual,
        longestAge: Int64? = nil,
        on part: any KeyPath<ChecklistEvidence, Evidence<Part>> & Sendable,
        check: @escaping @Sendable (Part, Instant) -> ChecklistFinding
    ) {
        self.id = id
        self.stage = stage
        self.level = level
        self.source = source
        self.title = title
        self.hint = hint
        self.longestAge = longestAge
        judge = { evidence, now in
            switch evidence[keyPath: part] {
            case .missing(let why):
                return Judged(finding: .notVerified(why.en, why.zh), at: nil, provenance: nil)
            case .taken(let value, let at, let provenance):
                return Judged(finding: check(value, now), at: at, provenance: provenance)
            }
        }
    }

    /// Judges.
    /// - Parameters:
    ///   - evidence: what was collected.
    ///   - waiver: who answers for it meanwhile, if anybody.
    ///   - now: the time.
    /// - Returns: the result; evidence that is too old makes it `not-verified`.
    public func result(
        on evidence: ChecklistEvidence,
        waiver: ChecklistWaiver? = nil,
        at now: Instant
    ) -> ChecklistResult {
        let judged = judge(evidence, now)
        var finding = judged.finding
        if let longestAge, let at = judged.at, now.seconds(since: at) > longestAge, finding.verdict != .notVerified {
            finding = .notVerified(
                "The evidence is of \(at.xsDateTime), which is too old; collect it again.",
                "证据取自 \(at.xsDateTime)，已过期，请重新采集。",
                finding.facts
            )
        }
        let isOpen = finding.verdict == .fail || finding.verdict == .notVerified || finding.verdict == .warn
        let counting = waiver.flatMap { $0.holds(at: now) && isOpen ? $0 : nil }
        return ChecklistResult(
            rule: id,
            verdict: counting == nil ? finding.verdict : .waived,
            en: finding.sentence.en,
            zh: finding.sentence.zh,
            facts: finding.facts,
            provenance: finding.provenance ?? judged.provenance,
            takenAt: judged.at,
            waiver: counting
        )
    }
}
