import Onboarding
import XMLSecurity

/// A whitelist in memory: what a store does, in the fewest lines that do it.
struct WhitelistBook: WhitelistEntries {
    static let now = Instant(seconds: 1_795_000_000)

    let stage: Stage
    private(set) var revisions: [WhitelistRevision] = []
    /// The whole whitelist at each revision; the first is empty.
    private(set) var states: [[Int64: WhitelistEntry]] = [[:]]

    init(_ stage: Stage) {
        self.stage = stage
    }

    var entries: [Int64: WhitelistEntry] { states[states.count - 1] }
    var sorted: [WhitelistEntry] { entries.values.sorted { $0.id < $1.id } }

    @discardableResult
    mutating func make(_ change: WhitelistChange) throws -> [WhitelistDifference] {
        let differences = try WhitelistRule(stage).judge(change, on: self)
        guard !differences.isEmpty else { return [] }
        var entries = entries
        for difference in differences { entries[difference.after.id] = difference.after }
        states.append(entries)
        revisions.append(WhitelistRevision(change, number: Int64(revisions.count + 1)))
        return differences
    }

    /// Makes a change by `li`, with `wang` agreeing where somebody must.
    @discardableResult
    mutating func make(_ operation: WhitelistOperation) throws -> [WhitelistDifference] {
        let approvers = operation.needsApprover ? [try Self.person("wang")] : []
        return try make(Self.change(operation, by: "li", approvedBy: approvers))
    }

    /// Proposes, approves and activates.
    mutating func activate(_ subjects: [WhitelistSubject], validity: Validity = .always) throws {
        let ids = try make(.propose(subjects.map { WhitelistDraft($0, validity: validity) })).map(\.after.id)
        for name in ["wang", "zhao"] {
            let waiting = ids.filter { entries[$0]?.state == .proposed }
            if !waiting.isEmpty { try make(Self.change(.move(.approve, waiting), by: name)) }
        }
        try make(.move(.activate, ids))
    }

    static func person(_ name: String) throws -> WhitelistPerson { try WhitelistPerson(name, isProved: true) }

    static func change(
        _ operation: WhitelistOperation,
        by name: String,
        approvedBy approvers: [WhitelistPerson] = [],
        at time: Instant = now,
        seen: Int64? = nil
    ) throws -> WhitelistChange {
        WhitelistChange(
            operation,
            by: try person(name),
            approvedBy: approvers,
            reason: "a reason",
            at: time,
            seen: seen
        )
    }

    func revision() -> Int64 { Int64(revisions.count) }

    func revision(_ number: Int64) -> WhitelistRevision? { revisions.first { $0.number == number } }

    func entry(_ id: Int64) -> WhitelistEntry? { entries[id] }

    func entry(_ kind: WhitelistKind, _ key: String) -> WhitelistEntry? {
        entries.values.first { $0.state != .retired && $0.subject.kind == kind && $0.subject.key == key }
    }

    func accountPrefixes() -> [String] {
        entries.values.compactMap { entry in
            guard entry.state != .retired, case .account(.prefix(let beginning)) = entry.subject else { return nil }
            return beginning
        }
    }

    func past(since revision: Int64) -> [WhitelistPast] {
        let then = states[Int(revision)]
        return entries.values.compactMap { now in
            let between = states[(Int(revision) + 1)...].compactMap { $0[now.id] }
            guard between.contains(where: { $0 != then[now.id] }) || then[now.id] == nil else { return nil }
            let wasSuspended = between.contains { $0.state == .suspended && then[now.id]?.state != .suspended }
            return WhitelistPast(then: then[now.id], present: now, wasSuspended: wasSuspended)
        }
    }

    func enrolled(by action: String, since: Instant) -> Int {
        revisions.filter { $0.action == action && $0.at >= since }
            .reduce(0) { $0 + states[Int($1.number)].count - states[Int($1.number) - 1].count }
    }

    func nextEntry() -> Int64 { (entries.keys.max() ?? 0) + 1 }
}
