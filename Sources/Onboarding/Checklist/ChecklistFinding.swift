public import SAML
public import XMLSecurity

/// What a rule says of its evidence.
public struct ChecklistFinding: Hashable, Sendable {
    /// The verdict, which is never `waived`: that is a person's.
    public let verdict: ChecklistVerdict
    /// One sentence.
    public let sentence: Bilingual
    /// What it rests on.
    public let facts: [ChecklistFact]
    /// When what it rests on came about, where that is older than the look at it.
    public private(set) var takenAt: Instant?
    /// What it was proved against, where the evidence as a whole says something else.
    public private(set) var provenance: Provenance?

    private init(_ verdict: ChecklistVerdict, _ en: String, _ zh: String, _ facts: [ChecklistFact]) {
        self.verdict = verdict
        self.sentence = Bilingual(en, zh)
        self.facts = facts
    }

    /// The same, proved against this.
    public func proved(against provenance: Provenance) -> ChecklistFinding {
        var finding = self
        finding.provenance = provenance
        return finding
    }

    /// It holds.
    public static func pass(_ en: String, _ zh: String, _ facts: [ChecklistFact] = []) -> ChecklistFinding {
        ChecklistFinding(.pass, en, zh, facts)
    }

    /// It does not hold.
    public static func fail(_ en: String, _ zh: String, _ facts: [ChecklistFact] = []) -> ChecklistFinding {
        ChecklistFinding(.fail, en, zh, facts)
    }

    /// It holds, and somebody should look.
    public static func warn(_ en: String, _ zh: String, _ facts: [ChecklistFact] = []) -> ChecklistFinding {
        ChecklistFinding(.warn, en, zh, facts)
    }

    /// Nobody knows.
    public static func notVerified(_ en: String, _ zh: String, _ facts: [ChecklistFact] = []) -> ChecklistFinding {
        ChecklistFinding(.notVerified, en, zh, facts)
    }

    /// The same finding, which rests on something older than the look at it.
    public func taken(at moment: Instant) -> ChecklistFinding {
        var finding = self
        finding.takenAt = moment
        return finding
    }
}
