public import XMLSecurity

/// What an entry says to a decision: its number, its state and when it holds.
public struct WhitelistGrant: Hashable, Sendable {
    /// The entry's number.
    public let entry: Int64
    /// Its state.
    public let state: WhitelistState
    /// When it holds.
    public let validity: Validity

    /// Describes a grant.
    public init(entry: Int64, state: WhitelistState, validity: Validity) {
        self.entry = entry
        self.state = state
        self.validity = validity
    }

    init(_ entry: WhitelistEntry) {
        self.init(entry: entry.id, state: entry.state, validity: entry.validity)
    }

    /// Why it does not admit at a moment; `nil` when it does.
    public func absence(at now: Instant) -> WhitelistAbsence? {
        guard state == .active else { return .state(state) }
        if validity.isBefore(now) { return .notYet }
        return validity.isOver(at: now) ? .over : nil
    }
}
