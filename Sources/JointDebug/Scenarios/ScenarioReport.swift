public import SAML

/// A scenario that ran.
public struct ScenarioReport: Sendable {
    /// Its stable id.
    public let id: String
    /// What it shows.
    public let purpose: Bilingual
    /// Its steps; after the first that fails there are none.
    public let steps: [StepReport]
    /// Every exchange of the browser.
    public let trace: [WebExchange]

    /// Whether every step holds.
    public var holds: Bool { steps.allSatisfy(\.holds) }
}
