public import SAML

/// What the whitelist says.
public enum WhitelistDecision: Hashable, Sendable {
    /// These entries admit, in the order of what was asked.
    case admitted(by: [Int64])
    /// Nothing admits; the entry is the one that would, were it in force.
    case refused(Refusal, entry: Int64?)

    /// The refusal, when it is one.
    public var refusal: Refusal? {
        guard case .refused(let refusal, _) = self else { return nil }
        return refusal
    }
}
