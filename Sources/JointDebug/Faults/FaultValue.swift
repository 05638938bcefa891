public import SAML

/// The number that a fault takes.
public struct FaultValue: Sendable {
    /// What it counts.
    public let unit: Bilingual
    /// What is taken.
    public let range: ClosedRange<Int>
    /// What is taken when none is given.
    public let assumed: Int
}
