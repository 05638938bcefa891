public import XMLSecurity

/// Lets operators change the whitelist as far as their roles go.
///
/// What this does not make is no change by operators: roles are judged where a token becomes a person of the history.
public enum OperatorAuthority: Sendable {
    /// A change in the name of operators.
    /// - Parameters:
    ///   - operation: what is done.
    ///   - author: who asks for it.
    ///   - approvers: who agree, where the operation itself must be agreed to.
    ///   - systemUser: the user of the operating system, where a command ran.
    ///   - reason: why.
    ///   - now: the time.
    ///   - seen: the revision that the author looked at.
    /// - Returns: the change.
    /// - Throws: ``OperatorRefusal`` when a role does not include its part; ``WhitelistRefusal`` for a name that is none.
    public static func change(
        _ operation: WhitelistOperation,
        by author: Operator,
        approvedBy approvers: [Operator] = [],
        systemUser: String? = nil,
        reason: String,
        at now: Instant,
        seen: Int64? = nil
    ) throws -> WhitelistChange {
        try OperatorRule.require(author, right(operation), at: now)
        if case .enrol(let portal, _) = operation, portal != author.portal {
            throw OperatorRefusal(.role, "\(author.name): \(portal)")
        }
        for approver in approvers { try OperatorRule.require(approver, .widen, at: now) }
        return WhitelistChange(
            operation,
            by: try author.person(systemUser: systemUser),
            approvedBy: try approvers.map { approver throws(WhitelistRefusal) in
                try approver.person(systemUser: systemUser)
            },
            reason: reason,
            at: now,
            seen: seen
        )
    }

    // Where a second person must agree to the operation itself, an editor may ask: the approver is that person.
    private static func right(_ operation: WhitelistOperation) -> OperatorRight {
        switch operation {
        case .propose, .take, .rollBack, .move(.suspend, _), .move(.retire, _), .move(.resume, _): .narrow
        case .enrol: .enrol
        case .move(.approve, _), .move(.activate, _): .widen
        }
    }
}
