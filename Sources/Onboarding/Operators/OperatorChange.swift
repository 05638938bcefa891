/// What is done to the operators.
public enum OperatorChange: Hashable, Sendable {
    /// Makes the first operator of an installation; the name is the system user's who does it.
    case addFirst(OperatorDraft, by: String)
    /// Makes another, by one whose token was proved.
    case add(OperatorDraft, by: Operator)
    /// Revokes a token.
    case revoke(Int64, by: Operator)
}
