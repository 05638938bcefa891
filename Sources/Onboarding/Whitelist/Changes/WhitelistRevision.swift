public import XMLSecurity

/// One change that was made, as the history shows it.
public struct WhitelistRevision: Hashable, Sendable {
    /// Its number in its stage, from 1.
    public let number: Int64
    /// When.
    public let at: Instant
    /// What was done, such as `suspend`.
    public let action: String
    /// Who did it.
    public let author: WhitelistPerson
    /// Who agreed.
    public let approvers: [WhitelistPerson]
    /// Why.
    public let reason: String

    /// Describes a revision.
    public init(
        number: Int64,
        at: Instant,
        action: String,
        author: WhitelistPerson,
        approvers: [WhitelistPerson],
        reason: String
    ) {
        self.number = number
        self.at = at
        self.action = action
        self.author = author
        self.approvers = approvers
        self.reason = reason
    }

    /// The revision that a change makes.
    public init(_ change: WhitelistChange, number: Int64) {
        self.init(
            number: number,
            at: change.at,
            action: change.operation.action,
            author: change.author,
            approvers: change.approvers,
            reason: change.reason
        )
    }

    /// One line that tells another editor what happened.
    public var summary: String {
        let why = reason.isEmpty ? "" : ", \(reason)"
        return "\(number): \(action), \(author.name), \(at.xsDateTime)\(why)"
    }
}
