/// What a record of the ledger or the trail is about.
public enum AuditKind: String, CaseIterable, Sendable, Codable {
    /// An assertion left us.
    case issued
    /// A signed error Response left us.
    case answerRefused = "answer-refused"
    /// An AuthnRequest ended on our own page.
    case requestRefused = "request-refused"
    /// A hand-off of the portal was refused.
    case handOffRefused = "hand-off-refused"
    /// A logout message was refused.
    case logoutRefused = "logout-refused"
    /// A notification of an association was refused.
    case notificationRefused = "notification-refused"
    /// A notification of an association was taken, and changed it.
    case notificationTaken = "notification-taken"
    /// A sign-in at the test directory was refused.
    case loginRefused = "login-refused"
    /// A user of the test directory signed in.
    case testSignIn = "test-sign-in"
    /// A user of the test directory was added, changed or removed.
    case testDirectory = "test-directory"
    /// The stage was changed.
    case stage
    /// A signing key was made or moved.
    case key
    /// An SP was imported or removed.
    case serviceProvider = "service-provider"
    /// A portal was added or removed.
    case portal
    /// A whitelist was changed.
    case whitelist
    /// Somebody answers for a rule of the checklist, or attached a file to it.
    case checklist
    /// An operator's token was made or revoked.
    case operators
    /// What stands in Partner Center was recorded.
    case accessConfiguration = "access-config"
    /// Old records were removed behind a sealed checkpoint.
    case retention
    /// The store was saved or restored.
    case store
}
