public import XMLSecurity

/// What went to the real HUAWEI CLOUD, and what came from it.
public struct CrossingEvidence: Sendable {
    /// One thing of the ledger or the trail.
    public struct Crossing: Sendable {
        /// The reference id.
        public let reference: String
        /// When.
        public let at: Instant
        /// What else belongs to it.
        public let facts: [ChecklistFact]

        /// Describes one.
        public init(reference: String, at: Instant, facts: [ChecklistFact] = []) {
            self.reference = reference
            self.at = at
            self.facts = facts
        }
    }

    /// Whether the SP that is imported is the real one, and none of a simulation.
    public let isReal: Bool
    /// Since when its present metadata is there, as the trail has it; what is older was another's.
    public let imported: Instant?
    /// The last assertion that it got.
    public let signOn: Crossing?
    /// The last assertion for a first login that a notification followed.
    public let firstLogin: Crossing?
    /// The last association notification that its present certificates verified and that was taken.
    public let notification: Crossing?
    /// The screenshots that persons attached, by rule.
    public let screenshots: [String: ChecklistAttachment]

    /// Collects them.
    public init(
        isReal: Bool,
        imported: Instant?,
        signOn: Crossing?,
        firstLogin: Crossing?,
        notification: Crossing?,
        screenshots: [String: ChecklistAttachment]
    ) {
        self.isReal = isReal
        self.imported = imported
        self.signOn = signOn
        self.firstLogin = firstLogin
        self.notification = notification
        self.screenshots = screenshots
    }
}
