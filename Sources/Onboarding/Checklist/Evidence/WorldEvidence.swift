/// What probes saw of the world, by what they looked at.
public struct WorldEvidence: Sendable {
    /// One look.
    public struct Look: Sendable {
        /// What is thought of it.
        public enum Judgement: Sendable {
            /// It is as it should be.
            case good
            /// It is, and not for long or not quite.
            case doubtful
            /// It is not.
            case bad
            /// It could not be looked at: no way leads there, or nobody asked.
            case unseen
        }

        /// What is thought of it.
        public let judgement: Judgement
        /// What was seen.
        public let facts: [ChecklistFact]

        /// Describes a look.
        public init(_ judgement: Judgement, facts: [ChecklistFact]) {
            self.judgement = judgement
            self.facts = facts
        }

        /// Describes a look that knows yes and no alone; `nil` when it could not be looked at.
        public init(isGood: Bool?, facts: [ChecklistFact]) {
            self.init(isGood.map { $0 ? .good : .bad } ?? .unseen, facts: facts)
        }

        /// Whether it is as it should be, doubtful or not; `nil` when it could not be looked at.
        public var isGood: Bool? {
            switch judgement {
            case .good, .doubtful: true
            case .bad: false
            case .unseen: nil
            }
        }
    }

    /// All looks, by rule.
    public let looks: [String: Look]
    /// The fingerprints of the signing certificates that SPs serve now, by entity id; of those that were reached.
    public let served: [String: [String]]

    /// Collects the looks.
    public init(_ looks: [String: Look], served: [String: [String]] = [:]) {
        self.looks = looks
        self.served = served
    }
}
