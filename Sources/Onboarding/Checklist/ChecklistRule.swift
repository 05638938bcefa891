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
    private let part: any PartialKeyPath<ChecklistEvidence> & Sendable
    private let judge: @Sendable (ChecklistEvidence, Instant) -> Judged

    /// A finding with what it was proved against.
    private struct Judged {
        let finding: ChecklistFinding
        let at: Instant?
        let provenance: Provenance?
    }

    /// The parts of the evidence that must have been looked at before it can judge.
    public var parts: Set<PartialKeyPath<ChecklistEvidence>> { ChecklistEvidence.looked(for: part) }

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
        self.part = part
        judge = { evidence, now in
            switch evidence[keyPath: part] {
            case .missing(let why):
                return Judged(finding: .notVerified(why.en, why.zh), at: nil, provenance: nil)
            case .taken(let value, let at, let provenance):
                let finding = check(value, now)
                return Judged(
                    finding: finding,
                    at: finding.takenAt ?? at,
                    provenance: finding.provenance ?? provenance
                )
            }
        }
    }

    /// Judges.
    /// - Parameters:
    ///   - evidence: what was collected.
    ///   - waiver: who answers for it meanwhile, if anybody.
    ///   - stage: the stage that is run; before customers cross, a rule that must hold takes the word of nobody whose name
    ///     is not proved.
    ///   - now: the time.
    /// - Returns: the result; evidence that is too old makes it `not-verified`.
    public func result(
        on evidence: ChecklistEvidence,
        waiver: ChecklistWaiver? = nil,
        for stage: ChecklistStage,
        at now: Instant
    ) -> ChecklistResult {
        let judged = judge(evidence, now)
        var finding = judged.finding
        if let longestAge, let at = judged.at, now.seconds(since: at) > longestAge, finding.verdict != .notVerified {
            finding = Self.tooOld(at, finding.facts)
        }
        let needsProof = stage == .live && level == .must
        if needsProof, finding.verdict == .pass, let file = evidence.attachment(of: id), !file.person.isProved {
            finding = Self.unproved(file, finding.facts)
        }
        let isOpen = finding.verdict != .pass
        let standing = waiver.flatMap { $0.holds(at: now) && isOpen ? $0 : nil }
        let counts = standing.map { !needsProof || $0.person.mayWaive } ?? false
        return ChecklistResult(
            rule: id,
            verdict: counts ? .waived : finding.verdict,
            en: finding.sentence.en,
            zh: finding.sentence.zh,
            facts: finding.facts,
            provenance: judged.provenance,
            takenAt: judged.at,
            waiver: standing
        )
    }

    private static func tooOld(_ at: Instant, _ facts: [ChecklistFact]) -> ChecklistFinding {
        .notVerified(
            "The evidence is of \(at.xsDateTime), which is too old; collect it again.",
            "证据取自 \(at.xsDateTime)，已过期，请重新采集。",
            facts
        )
    }

    private static func unproved(_ file: ChecklistAttachment, _ facts: [ChecklistFact]) -> ChecklistFinding {
        .notVerified(
            "\(file.person.name) vouches for it by name alone; attach the file with an operator token.",
            "\(file.person.name) 仅以姓名证明；请用操作员令牌重新附加该文件。",
            facts
        )
    }
}

extension ChecklistEvidence {
    /// The file by which a person vouches for a rule, wherever it was collected.
    fileprivate func attachment(of rule: String) -> ChecklistAttachment? {
        if case .taken(let crossings, _, _) = crossings, let file = crossings.screenshots[rule] { return file }
        guard case .taken(let files, _, _) = attachments else { return nil }
        return files[rule]
    }
}
