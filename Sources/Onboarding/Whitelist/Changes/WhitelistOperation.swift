/// What is done to a whitelist.
public enum WhitelistOperation: Hashable, Sendable {
    /// Writes entries down.
    case propose([WhitelistDraft])
    /// Moves entries.
    case move(WhitelistMove, [Int64])
    /// Makes the entries of a file be as the file says; others stay.
    case take([WhitelistDraft])
    /// Puts exact accounts into force for a portal, inside its enrolment.
    case enrol(String, [WhitelistDraft])
    /// Makes everything be as it was, but for what was suspended since.
    case rollBack(to: Int64)

    /// The word for it in the history.
    public var action: String {
        switch self {
        case .propose: "propose"
        case .move(let move, _): move.rawValue
        case .take: "import"
        case .enrol(let portal, _): "enrol \(portal)"
        case .rollBack(let revision): "rollback \(revision)"
        }
    }

    /// Whether a second person must have agreed to the operation itself.
    public var needsApprover: Bool {
        switch self {
        case .propose, .enrol: false
        case .move(let move, _): move.widens
        case .take, .rollBack: true
        }
    }
}
