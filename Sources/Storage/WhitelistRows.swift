import GRDB
import Onboarding
import XMLSecurity

/// One stage's whitelist inside a transaction.
struct WhitelistRows: WhitelistEntries {
    // The present entry under the names that versions have, too.
    private static let present = "id, kind, subject, terms, state, valid_from, valid_until, author, approvals"
    private static let version = """
        entry AS id, kind, subject, v.terms AS terms, v.state AS state, v.valid_from AS valid_from,
        v.valid_until AS valid_until, v.author AS author, v.approvals AS approvals
        """

    let stage: String
    let database: GRDB.Database
    let persons: WhitelistPersons

    init(_ stage: Stage, _ database: GRDB.Database) throws {
        self.stage = stage.rawValue
        self.database = database
        persons = try WhitelistPersons(database)
    }

    func revision() throws -> Int64 {
        let sql = "SELECT max(number) FROM whitelist_revision WHERE stage = ?"
        return try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [stage]) ?? 0
    }

    func revision(_ number: Int64) throws -> WhitelistRevision? {
        try revisions(before: number + 1, limit: 1).first { $0.number == number }
    }

    func revisions(before number: Int64, limit: Int) throws -> [WhitelistRevision] {
        try Row.fetchAll(
            database,
            sql: "SELECT * FROM whitelist_revision WHERE stage = ? AND number < ? ORDER BY number DESC LIMIT ?",
            arguments: [stage, number, limit]
        ).map { row in
            WhitelistRevision(
                number: row["number"],
                at: Instant(milliseconds: row["at"]),
                action: row["action"],
                author: try persons.person(row["author"]),
                approvers: try persons.list(row["approvers"]),
                reason: row["reason"]
            )
        }
    }

    func entry(_ id: Int64) throws -> WhitelistEntry? {
        try one("SELECT \(Self.present) FROM whitelist_entry WHERE stage = ? AND id = ?", [stage, id])
    }

    func entry(_ kind: WhitelistKind, _ key: String) throws -> WhitelistEntry? {
        let sql = """
            SELECT \(Self.present) FROM whitelist_entry
            WHERE stage = ? AND kind = ? AND subject = ? AND state <> 'retired'
            """
        return try one(sql, [stage, kind.rawValue, key])
    }

    func accountPrefixes() throws -> [String] {
        let sql = """
            SELECT subject FROM whitelist_entry
            WHERE stage = ? AND kind = 'account' AND state <> 'retired' AND subject LIKE '%*'
            """
        return try String.fetchAll(database, sql: sql, arguments: [stage]).map { String($0.dropLast()) }
    }

    func nextEntry() throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM whitelist_entry") ?? 1
    }

    func enrolled(by action: String, since: Instant) throws -> Int {
        let sql = """
            SELECT count(*) FROM whitelist_revision r JOIN whitelist_version v ON v.stage = r.stage AND v.revision = r.number
            WHERE r.stage = ? AND r.action = ? AND r.at >= ?
            """
        return try Int.fetchOne(database, sql: sql, arguments: [stage, action, since.milliseconds]) ?? 0
    }

    func past(since revision: Int64) throws -> [WhitelistPast] {
        let changed = try Int64.fetchAll(
            database,
            sql: "SELECT DISTINCT entry FROM whitelist_version WHERE stage = ? AND revision > ? ORDER BY entry",
            arguments: [stage, revision]
        )
        return try changed.map { id in
            guard let present = try entry(id) else { throw WhitelistSubjectRow.damage }
            let sql = "SELECT EXISTS (SELECT 1 FROM whitelist_version WHERE entry = ? AND revision > ? AND state = ?)"
            let suspended = WhitelistState.suspended.rawValue
            let wasSuspended = try Bool.fetchOne(
                database.cachedStatement(sql: sql),
                arguments: [id, revision, suspended]
            )
            return WhitelistPast(
                then: try entry(id, at: revision),
                present: present,
                wasSuspended: wasSuspended ?? false
            )
        }
    }

    /// An entry as it was at a revision; `nil` when it was not there.
    func entry(_ id: Int64, at revision: Int64) throws -> WhitelistEntry? {
        let sql = """
            SELECT \(Self.version) FROM whitelist_version v JOIN whitelist_entry e ON e.id = v.entry
            WHERE v.entry = ? AND v.revision <= ? ORDER BY v.revision DESC LIMIT 1
            """
        return try one(sql, [id, revision])
    }

    func differences(of revision: Int64) throws -> [WhitelistDifference] {
        let sql = """
            SELECT \(Self.version) FROM whitelist_version v JOIN whitelist_entry e ON e.id = v.entry
            WHERE v.stage = ? AND v.revision = ? ORDER BY v.entry
            """
        return try Row.fetchAll(database, sql: sql, arguments: [stage, revision]).map(entry).map { after in
            WhitelistDifference(try entry(after.id, at: revision - 1), after)
        }
    }

    func entries(_ selection: WhitelistSelection, after id: Int64, limit: Int) throws -> [WhitelistEntry] {
        let states = selection.states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
        let sql = """
            SELECT \(Self.present) FROM whitelist_entry
            WHERE stage = ? AND id > ? AND state IN (\(states)) AND (? IS NULL OR kind = ?) ORDER BY id LIMIT ?
            """
        let kind = selection.kind?.rawValue
        return try Row.fetchAll(database, sql: sql, arguments: [stage, id, kind, kind, limit]).map(entry)
    }

    /// The entries that changed since a revision, as they are now.
    func changed(since revision: Int64) throws -> [WhitelistEntry] {
        let sql = "SELECT \(Self.present) FROM whitelist_entry WHERE stage = ? AND revision > ? ORDER BY id"
        return try Row.fetchAll(database, sql: sql, arguments: [stage, revision]).map(entry)
    }

    private func one(_ sql: String, _ arguments: StatementArguments) throws -> WhitelistEntry? {
        try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments).map(entry)
    }

    func entry(_ row: Row) throws -> WhitelistEntry {
        guard let state = WhitelistState(rawValue: row["state"]) else { throw WhitelistSubjectRow.damage }
        return WhitelistEntry(
            id: row["id"],
            subject: try WhitelistSubjectRow.subject(row),
            validity: try Self.validity(row["valid_from"], row["valid_until"]),
            state: state,
            author: try persons.person(row["author"]),
            approvals: try persons.list(row["approvals"])
        )
    }

    static func validity(_ from: Int64?, _ until: Int64?) throws -> Validity {
        guard from != nil || until != nil else { return .always }
        do {
            return try Validity(
                from: from.map { Instant(milliseconds: $0) },
                until: until.map { Instant(milliseconds: $0) }
            )
        } catch {
            throw WhitelistSubjectRow.damage
        }
    }
}
