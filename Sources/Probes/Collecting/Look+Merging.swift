import Onboarding

extension WorldEvidence.Look {
    /// A look with one fact.
    static func one(_ isGood: Bool?, _ name: String, _ value: String) -> Self {
        Self(isGood: isGood, facts: [ChecklistFact(name, value)])
    }

    /// Several looks for one rule: bad when one is, not looked at when one is not, doubtful when one is, good when all are.
    static func all(_ looks: [Self]) -> Self {
        let order: [Judgement] = [.bad, .unseen, .doubtful]
        let worst = order.first { judgement in looks.contains { $0.judgement == judgement } }
        return Self(worst ?? .good, facts: looks.flatMap(\.facts))
    }

    /// The same where one that tells is enough: those that were not looked at count only when no other was.
    static func told(_ looks: [Self]) -> Self {
        let seen = looks.filter { $0.judgement != .unseen }
        return Self(seen.isEmpty ? .unseen : all(seen).judgement, facts: looks.flatMap(\.facts))
    }
}
