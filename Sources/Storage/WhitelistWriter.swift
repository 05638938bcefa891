import GRDB
import IdentityProvider
import Onboarding
import XMLSecurity

/// Writes a change that was judged: its revision, the entries, their versions, and a line of the trail.
struct WhitelistWriter {
    let rows: WhitelistRows
    let stage: Stage
    let progress: @Sendable (_ written: Int, _ all: Int) -> Void

    private var database: GRDB.Database { rows.database }

    func write(_ differences: [WhitelistDifference], of change: WhitelistChange) throws {
        let revision = try rows.revision() + 1
        try database.execute(
            sql: """
                INSERT INTO whitelist_revision (stage, number, at, action, author, approvers, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                rows.stage, revision, change.at.milliseconds, change.operation.action,
                try rows.persons.number(change.author), try rows.persons.text(change.approvers), change.reason,
            ]
        )
        // What gives a subject up first, so that another may take it over.
        let ordered =
            differences.filter { $0.after.state == .retired } + differences.filter { $0.after.state != .retired }
        for (index, difference) in ordered.enumerated() {
            try write(difference.after, isNew: difference.before == nil, revision)
            progress(index + 1, ordered.count)
        }
        let trail = TrailEntry(
            changing: .whitelist,
            "\(rows.stage) \(revision)",
            change.operation.action,
            at: change.at,
            by: change.author.name,
            reason: change.reason
        )
        try SQLiteAuditTrail.append(trail, to: database)
    }

    private func write(_ entry: WhitelistEntry, isNew: Bool, _ revision: Int64) throws {
        let subject = try WhitelistSubjectRow(entry.subject)
        let author = try rows.persons.number(entry.author)
        let approvals = try rows.persons.text(entry.approvals)
        let from = entry.validity.from?.milliseconds
        let until = entry.validity.until?.milliseconds
        let state = entry.state.rawValue
        if isNew {
            try database.cachedStatement(
                sql: """
                    INSERT INTO whitelist_entry
                    (id, stage, kind, subject, terms, state, valid_from, valid_until, author, approvals, revision)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                entry.id, rows.stage, subject.kind, subject.key, subject.terms, state, from, until, author, approvals,
                revision,
            ])
        } else {
            try database.cachedStatement(
                sql: """
                    UPDATE whitelist_entry SET terms = ?, state = ?, valid_from = ?, valid_until = ?, author = ?,
                    approvals = ?, revision = ? WHERE id = ?
                    """
            ).execute(arguments: [subject.terms, state, from, until, author, approvals, revision, entry.id])
        }
        try database.cachedStatement(
            sql: """
                INSERT INTO whitelist_version
                (stage, revision, entry, terms, state, valid_from, valid_until, author, approvals)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [rows.stage, revision, entry.id, subject.terms, state, from, until, author, approvals])
    }
}
