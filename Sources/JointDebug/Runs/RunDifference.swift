/// What changed from one run to another.
public struct RunDifference: Codable, Sendable {
    /// A scenario whose end is another one.
    public struct Change: Codable, Sendable {
        /// The scenario.
        public let scenario: String
        /// How it ended before; `nil` when it was not in the run.
        public let before: ScenarioReport.Verdict?
        /// How it ended after; `nil` when it was not in the run.
        public let after: ScenarioReport.Verdict?
        /// The code or action where it failed, after.
        public let reason: String?
    }

    /// The earlier run.
    public let before: String
    /// The later run.
    public let after: String
    /// What changed, by scenario.
    public let items: [Change]

    /// Compares two runs.
    public init(from before: RunRecord, to after: RunRecord) {
        self.before = before.name
        self.after = after.name
        func byID(_ run: RunRecord) -> [String: ScenarioRecord] {
            Dictionary(run.scenarios.map { ($0.id, $0) }) { $1 }
        }
        let (old, new) = (byID(before), byID(after))
        items = Set(old.keys).union(new.keys).sorted().compactMap { id in
            let failure = new[id]?.failure
            let change = Change(
                scenario: id,
                before: old[id]?.verdict,
                after: new[id]?.verdict,
                reason: failure?.failure?.code ?? failure?.action
            )
            let oldFailure = old[id]?.failure
            let oldReason = oldFailure?.failure?.code ?? oldFailure?.action
            return change.before == change.after && oldReason == change.reason ? nil : change
        }
    }
}
