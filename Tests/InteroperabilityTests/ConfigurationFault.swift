import Testing

/// What is wrong in the configuration of an identity provider that is not Drawbridge, and what the harness must say of it.
struct ConfigurationFault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// In the identity provider's own language; empty for what it does as it comes.
    let configuration: String
    let scenario: String
    let says: String

    init(_ testDescription: String, _ configuration: String, scenario: String = "sign-on.plain", says: String) {
        self.testDescription = testDescription
        self.configuration = configuration
        self.scenario = scenario
        self.says = says
    }
}
