import Onboarding

extension WorldEvidence.Look {
    /// A look with one fact.
    static func one(_ isGood: Bool?, _ name: String, _ value: String) -> Self {
        Self(isGood: isGood, facts: [ChecklistFact(name, value)])
    }

    /// Several looks for one rule: bad when one is, not looked at when one is not, good when all are.
    static func all(_ looks: [Self]) -> Self {
        let facts = looks.flatMap(\.facts)
        if looks.contains(where: { $0.isGood == false }) { return Self(isGood: false, facts: facts) }
        return Self(isGood: looks.allSatisfy { $0.isGood == true } ? true : nil, facts: facts)
    }
}
