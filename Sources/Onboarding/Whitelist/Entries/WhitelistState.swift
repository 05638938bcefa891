/// Where an entry is on its way; only `active` decides.
public enum WhitelistState: String, CaseIterable, Sendable, Codable {
    /// Written down by one person.
    case proposed
    /// Another person agrees.
    case approved
    /// In force.
    case active
    /// Out of force for a while.
    case suspended
    /// Out of force for ever.
    case retired

    /// Where an entry goes from here by a move; `nil` when the move is not allowed.
    public func after(_ move: WhitelistMove) -> WhitelistState? {
        switch (move, self) {
        case (.approve, .proposed): .approved
        case (.activate, .approved): .active
        case (.suspend, .active): .suspended
        case (.resume, .suspended): .active
        case (.retire, .proposed), (.retire, .approved), (.retire, .suspended), (.retire, .active): .retired
        default: nil
        }
    }
}
