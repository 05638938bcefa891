import HuaweiCloud
public import SAML
public import XMLSecurity

/// What came of a scenario.
public struct ScenarioReport: Sendable {
    /// How it ended.
    public enum Verdict: String, Codable, Sendable {
        /// Every step holds.
        case passed
        /// A step does not; the later ones were not tried.
        case failed
        /// The stage lacks what it needs.
        case notRun = "not-run"
    }

    /// The scenario.
    public let scenario: Scenario
    /// What was missing, when it was not run.
    public let missing: ScenarioNeed?
    /// Its steps; after the first that fails there are none.
    public let steps: [StepReport]
    /// Every exchange, in order.
    public let trace: [WebExchange]
    /// What the linter said of each response that was checked.
    public let findings: [[LintFinding]]
    /// When it began.
    public let began: Instant
    /// How long it took, in milliseconds.
    public let milliseconds: Int64

    /// How it ended.
    public var verdict: Verdict {
        missing != nil ? .notRun : steps.allSatisfy(\.holds) ? .passed : .failed
    }

    /// The step that failed.
    public var failure: StepFailure? { steps.last?.failure }
}
