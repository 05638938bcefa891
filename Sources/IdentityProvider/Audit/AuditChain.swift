/// The two chains.
public enum AuditChain: String, CaseIterable, Sendable, Codable {
    /// What was issued.
    case ledger
    /// What was changed or refused.
    case trail
}
