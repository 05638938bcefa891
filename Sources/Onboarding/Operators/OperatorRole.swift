/// What an operator may do, by the name of the role.
public enum OperatorRole: String, CaseIterable, Sendable, Codable {
    /// Looks.
    case viewer
    /// Proposes, and takes out of force.
    case editor
    /// Agrees to what others propose, puts into force, and makes and revokes tokens.
    case approver
    /// A portal's own program: adds exact accounts inside its enrolment, and does nothing else.
    case portal

    /// Whether the role includes a right.
    public func allows(_ right: OperatorRight) -> Bool {
        switch self {
        case .viewer: right == .look
        case .editor: [.look, .narrow].contains(right)
        case .approver: [.look, .narrow, .widen, .administer].contains(right)
        case .portal: right == .enrol
        }
    }
}
