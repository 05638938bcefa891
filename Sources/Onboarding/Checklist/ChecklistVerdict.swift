/// What came of a rule.
public enum ChecklistVerdict: String, CaseIterable, Sendable, Codable {
    /// It holds, and the evidence says so.
    case pass
    /// It does not hold.
    case fail
    /// It holds, and somebody should look.
    case warn
    /// Nobody knows: there is no evidence, or it is too old, or taken under another configuration.
    case notVerified = "not-verified"
    /// It does not hold or nobody knows, and a person answers for that until a day.
    case waived
}
