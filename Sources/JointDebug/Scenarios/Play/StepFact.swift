public import SAML

/// One thing seen in a step.
public struct StepFact: Sendable {
    /// Its name.
    public let name: Bilingual
    /// Its value.
    public let value: String

    init(_ en: String, _ zh: String, _ value: String) {
        name = Bilingual(en, zh)
        self.value = value
    }
}
