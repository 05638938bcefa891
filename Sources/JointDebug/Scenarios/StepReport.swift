public import SAML

/// One step of a scenario: what was done, what was seen, and whether it was right.
public struct StepReport: Sendable {
    /// What was done.
    public let title: Bilingual
    /// What was seen, a name and a value a line.
    public let facts: [Fact]
    /// Why the step failed, `nil` when it holds.
    public let failure: String?

    /// One thing seen.
    public struct Fact: Sendable {
        /// Its name.
        public let name: Bilingual
        /// Its value.
        public let value: String

        init(_ en: String, _ zh: String, _ value: String) {
            name = Bilingual(en, zh)
            self.value = value
        }
    }

    /// Whether the step holds.
    public var holds: Bool { failure == nil }
}
