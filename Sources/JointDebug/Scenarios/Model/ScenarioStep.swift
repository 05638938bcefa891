public import SAML

/// One step as the file has it.
public struct ScenarioStep: Sendable {
    /// What is done.
    let action: any ScenarioAction.Type
    /// How: the action's parameters.
    let parameters: [String: String]
    /// What must be seen.
    let expected: [String: String]
    /// How long it may take to be seen, in seconds; zero for at once.
    let within: Int
    /// What it is called in reports; the action's own title unless the file says.
    public let title: Bilingual
}
