/// What probes saw of the world, by what they looked at.
public struct WorldEvidence: Sendable {
    /// One look.
    public struct Look: Sendable {
        /// Whether it is as it should be; `nil` when it could not be looked at.
        public let isGood: Bool?
        /// What was seen.
        public let facts: [ChecklistFact]

        /// Describes a look.
        public init(isGood: Bool?, facts: [ChecklistFact]) {
            self.isGood = isGood
            self.facts = facts
        }
    }

    /// All looks, by rule.
    public let looks: [String: Look]

    /// Collects the looks.
    public init(_ looks: [String: Look]) {
        self.looks = looks
    }
}
