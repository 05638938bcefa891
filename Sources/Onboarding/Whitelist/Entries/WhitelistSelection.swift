/// Which entries are listed.
public struct WhitelistSelection: Hashable, Sendable {
    /// Only those of a kind.
    public let kind: WhitelistKind?
    /// Only those in one of these states.
    public let states: Set<WhitelistState>

    /// Everything that is not retired.
    public static let standing = WhitelistSelection(states: Set(WhitelistState.allCases).subtracting([.retired]))

    /// Selects.
    /// - Parameters:
    ///   - kind: the kind; `nil` for all.
    ///   - states: the states.
    public init(kind: WhitelistKind? = nil, states: Set<WhitelistState> = Set(WhitelistState.allCases)) {
        self.kind = kind
        self.states = states
    }
}
