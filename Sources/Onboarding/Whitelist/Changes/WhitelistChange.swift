public import XMLSecurity

/// An operation with who does it, when and why.
public struct WhitelistChange: Sendable {
    /// What is done.
    public let operation: WhitelistOperation
    /// Who asks for it.
    public let author: WhitelistPerson
    /// Who agreed to it.
    public let approvers: [WhitelistPerson]
    /// Why.
    public let reason: String
    /// When.
    public let at: Instant
    /// The revision that the author looked at; `nil` for a change that is right whatever others did.
    public let seen: Int64?

    /// Describes a change.
    public init(
        _ operation: WhitelistOperation,
        by author: WhitelistPerson,
        approvedBy approvers: [WhitelistPerson] = [],
        reason: String,
        at: Instant,
        seen: Int64? = nil
    ) {
        self.operation = operation
        self.author = author
        self.approvers = approvers
        self.reason = reason
        self.at = at
        self.seen = seen
    }
}
