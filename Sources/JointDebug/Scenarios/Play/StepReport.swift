public import SAML

/// One step of a scenario: what was done, what was seen, and whether it was right.
public struct StepReport: Sendable {
    /// What was done.
    public let title: Bilingual
    /// The action's name in the file.
    public let action: String
    /// What was seen, a name and a value a line.
    public let facts: [StepFact]
    /// Why the step failed, `nil` when it holds.
    public let failure: StepFailure?
    /// How often it was tried until it held.
    public let attempts: Int
    /// Which exchanges of the scenario belong to it.
    public let exchanges: Range<Int>
    /// How long it took, in milliseconds.
    public let milliseconds: Int64

    /// Whether the step holds.
    public var holds: Bool { failure == nil }
}
