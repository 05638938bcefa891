/// How much a rule weighs.
public enum ChecklistLevel: String, CaseIterable, Sendable, Codable {
    /// Without it nothing goes live.
    case must
    /// Known to save trouble.
    case should
}
