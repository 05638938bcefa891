public import XMLSecurity

/// What joint-debug runs show, by rule; of several runs that judge a rule the latest counts.
public struct RunEvidence: Sendable {
    /// How a rule fared in a run.
    public struct Judged: Sendable {
        /// Whether it held.
        public let holds: Bool
        /// The run's name.
        public let run: String
        /// The SHA-256 of the run's file.
        public let sha256: String
        /// When it was run.
        public let at: Instant
        /// What it was run against.
        public let provenance: Provenance

        /// Describes it.
        public init(holds: Bool, run: String, sha256: String, at: Instant, provenance: Provenance) {
            self.holds = holds
            self.run = run
            self.sha256 = sha256
            self.at = at
            self.provenance = provenance
        }
    }

    /// The rules that were judged.
    public let rules: [String: Judged]

    /// Collects them.
    public init(rules: [String: Judged]) {
        self.rules = rules
    }
}
