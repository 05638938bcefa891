public import XMLSecurity

/// What went to the real HUAWEI CLOUD, and what came from it.
public struct CrossingEvidence: Sendable {
    /// One thing of the ledger or the trail.
    public struct Crossing: Sendable {
        /// The reference id.
        public let reference: String
        /// When.
        public let at: Instant

        /// Describes one.
        public init(reference: String, at: Instant) {
            self.reference = reference
            self.at = at
        }
    }

    /// Whether the SP that is imported is the real one, and none of a simulation.
    public let isReal: Bool
    /// The last assertion that it got.
    public let signOn: Crossing?
    /// The last assertion for a first login.
    public let firstLogin: Crossing?
    /// The last association notification that was taken.
    public let notification: Crossing?
    /// The screenshots that persons attached, by rule.
    public let screenshots: [String: ChecklistAttachment]

    /// Collects them.
    public init(
        isReal: Bool,
        signOn: Crossing?,
        firstLogin: Crossing?,
        notification: Crossing?,
        screenshots: [String: ChecklistAttachment]
    ) {
        self.screenshots = screenshots
        self.isReal = isReal
        self.signOn = signOn
        self.firstLogin = firstLogin
        self.notification = notification
    }
}
