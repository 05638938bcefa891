/// One kind of thing that an operator asks for.
public enum OperatorRight: String, CaseIterable, Sendable {
    /// Reads whitelists, the trail, SPs and associations.
    case look
    /// Writes proposals down, suspends and retires: one person alone may do it.
    case narrow
    /// Approves, activates, and agrees to what another asks for.
    case widen
    /// Makes and revokes tokens.
    case administer
    /// Adds exact accounts inside an enrolment.
    case enrol
}
