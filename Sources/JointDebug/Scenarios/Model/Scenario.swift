public import SAML

/// A scenario as its file has it: what is done, step by step, and what must be seen.
public struct Scenario: Sendable {
    /// Its stable id, which begins with the family's name.
    public let id: String
    /// What it is about.
    public let family: ScenarioFamily
    /// What it shows.
    public let purpose: Bilingual
    /// Where the expectation comes from.
    public let source: String
    /// What the stage must have.
    public let needs: [ScenarioNeed]
    /// The checklist rules that it proves.
    public let proves: [String]
    /// Whether nothing else may run beside it, since it changes what others rest on.
    public let isAlone: Bool
    /// Its steps.
    public let steps: [ScenarioStep]
}
