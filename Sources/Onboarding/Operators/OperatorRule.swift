public import XMLSecurity

/// Judges who may make and revoke tokens (design section 9).
public struct OperatorRule: Sendable {
    private let present: [Operator]
    private let time: Instant

    /// Makes the rule.
    /// - Parameters:
    ///   - present: all operators that were ever made.
    ///   - now: the time.
    public init(_ present: [Operator], at now: Instant) {
        self.present = present
        time = now
    }

    /// What a change makes.
    /// - Parameter change: the change.
    /// - Returns: the operator as it is afterwards.
    /// - Throws: ``OperatorRefusal`` with the rule that it breaks.
    public func judge(_ change: OperatorChange) throws(OperatorRefusal) -> Operator {
        switch change {
        case .addFirst(let draft, let author):
            guard present.isEmpty else { throw OperatorRefusal(.notFirst, "") }
            guard draft.role == .approver else { throw OperatorRefusal(.firstRole, draft.role.rawValue) }
            return draft.numbered(1, at: time, by: author)
        case .add(let draft, let author):
            try Self.require(author, .administer, at: time)
            try requireOneRole(draft)
            return draft.numbered((present.map(\.id).max() ?? 0) + 1, at: time, by: author.name)
        case .revoke(let id, let author):
            return try revoke(id, by: author)
        }
    }

    /// Whether an operator may do something now.
    /// - Parameters:
    ///   - person: who asks.
    ///   - right: for what; `nil` for what every operator may do.
    ///   - now: the time.
    /// - Throws: ``OperatorRefusal`` when the token holds no longer, or the role does not include it.
    public static func require(_ person: Operator, _ right: OperatorRight?, at now: Instant) throws(OperatorRefusal) {
        guard person.revoked == nil else { throw OperatorRefusal(.revoked, person.name) }
        guard person.holds(at: now) else { throw OperatorRefusal(.expired, person.name) }
        guard let right, !person.role.allows(right) else { return }
        throw OperatorRefusal(.role, "\(person.name) (\(person.role.rawValue)): \(right.rawValue)")
    }

    // One name is one person, who may have two tokens while the one takes the other's place. Two roles under one name
    // would make a history that does not say what the person was allowed to do.
    private func requireOneRole(_ draft: OperatorDraft) throws(OperatorRefusal) {
        let others = present.filter { $0.isSame(as: draft.name) && $0.holds(at: time) }
        guard others.allSatisfy({ $0.role == draft.role && $0.portal == draft.portal }) else {
            throw OperatorRefusal(.taken, draft.name)
        }
    }

    private func revoke(_ id: Int64, by author: Operator) throws(OperatorRefusal) -> Operator {
        guard let operand = present.first(where: { $0.id == id }) else { throw OperatorRefusal(.unknown, "\(id)") }
        // Whoever finds their own token leaked ends it without waiting for anybody.
        if !operand.isSame(as: author.name) { try Self.require(author, .administer, at: time) }
        guard operand.revoked == nil else { throw OperatorRefusal(.revoked, operand.name) }
        let others = present.filter { $0.id != id && $0.role == .approver && $0.holds(at: time) }
        guard operand.role != .approver || !operand.holds(at: time) || !others.isEmpty else {
            throw OperatorRefusal(.lastApprover, operand.name)
        }
        return operand.revoked(at: time)
    }
}
