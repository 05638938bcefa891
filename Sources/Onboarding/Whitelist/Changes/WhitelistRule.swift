/// Judges a change of one stage's whitelist (design section 9).
public struct WhitelistRule: Sendable {
    private let stage: Stage

    /// Makes the rule.
    /// - Parameter stage: the stage of the whitelist.
    public init(_ stage: Stage) {
        self.stage = stage
    }

    /// What a change does.
    /// - Parameters:
    ///   - change: the change.
    ///   - entries: the whitelist as it is.
    /// - Returns: the differences, by the entries' numbers; none when everything is so already.
    /// - Throws: ``WhitelistRefusal``, or what `entries` throws.
    public func judge(_ change: WhitelistChange, on entries: some WhitelistEntries) throws -> [WhitelistDifference] {
        guard stage != .closed else { throw WhitelistRefusal(.closed, "") }
        try requirePersons(change)
        try requireSeen(change, entries)
        return switch change.operation {
        case .propose(let drafts): try EntryWriting(stage, change).propose(drafts, on: entries)
        case .take(let drafts): try EntryWriting(stage, change).take(drafts, on: entries)
        case .enrol(let portal, let drafts):
            try AccountEnrolling(change: change, portal: portal).judge(drafts, on: entries)
        case .move(let step, let ids): try move(ids, by: step, change, entries)
        case .rollBack(let revision): try rollBack(to: revision, entries)
        }
    }

    private func requirePersons(_ change: WhitelistChange) throws(WhitelistRefusal) {
        let persons = [change.author] + change.approvers
        if stage == .live {
            if let label = persons.first(where: { !$0.isProved }) { throw WhitelistRefusal(.unproved, label.name) }
            let isBlank = change.reason.allSatisfy(\.isWhitespace)
            guard !isBlank else { throw WhitelistRefusal(.reasonMissing, "") }
        }
        for (index, person) in persons.enumerated() where persons[..<index].contains(where: person.isSame) {
            throw WhitelistRefusal(.ownApproval, person.name)
        }
        guard !change.operation.needsApprover || !change.approvers.isEmpty else {
            throw WhitelistRefusal(.approverMissing, change.operation.action)
        }
    }

    private func requireSeen(_ change: WhitelistChange, _ entries: some WhitelistEntries) throws {
        let present = try entries.revision()
        guard let seen = change.seen, seen != present else { return }
        throw WhitelistRefusal(.conflict, try entries.revision(present)?.summary ?? "\(present)")
    }

    private func move(
        _ ids: [Int64],
        by move: WhitelistMove,
        _ change: WhitelistChange,
        _ entries: some WhitelistEntries
    ) throws -> [WhitelistDifference] {
        guard !ids.isEmpty else { throw WhitelistRefusal(.empty, "") }
        return try Set(ids).sorted().map { id in
            guard let entry = try entries.entry(id) else { throw WhitelistRefusal(.unknown, "\(id)") }
            return WhitelistDifference(entry, try moved(entry, by: move, change))
        }
    }

    private func moved(
        _ entry: WhitelistEntry,
        by move: WhitelistMove,
        _ change: WhitelistChange
    ) throws(WhitelistRefusal) -> WhitelistEntry {
        guard let state = entry.state.after(move) else {
            throw WhitelistRefusal(entry.state == .retired ? .retired : .forbidding(move), "\(entry.id)")
        }
        switch move {
        case .approve:
            guard !([entry.author] + entry.approvals).contains(where: change.author.isSame) else {
                throw WhitelistRefusal(.ownApproval, change.author.name)
            }
            let approvals = entry.approvals + [change.author]
            let isEnough = approvals.count >= entry.subject.approvalsNeeded(in: stage)
            return entry.with(isEnough ? state : entry.state, approvals: approvals)
        case .activate, .suspend, .resume, .retire: return entry.with(state)
        }
    }

    private func rollBack(to revision: Int64, _ entries: some WhitelistEntries) throws -> [WhitelistDifference] {
        guard (0..<(try entries.revision())).contains(revision) else {
            throw WhitelistRefusal(.revision, "\(revision)")
        }
        return try entries.past(since: revision)
            .map { WhitelistDifference($0.present, $0.rolledBack) }
            .filter { $0.before != $0.after }
            .sorted { $0.after.id < $1.after.id }
    }
}

extension WhitelistRefusal.Reason {
    fileprivate static func forbidding(_ move: WhitelistMove) -> Self {
        switch move {
        case .approve: .notProposed
        case .activate: .notApproved
        case .suspend: .notActive
        case .resume: .notSuspended
        case .retire: .retired
        }
    }
}
