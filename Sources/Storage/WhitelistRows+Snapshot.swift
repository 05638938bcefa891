import GRDB
import Onboarding

extension WhitelistRows {
    /// The snapshot of everything: exact accounts, of which there may be a million, straight from their columns.
    func snapshot(at revision: Int64) throws -> WhitelistSnapshot {
        let others = try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM whitelist_entry
                WHERE stage = ? AND state <> 'retired' AND (kind <> 'account' OR subject LIKE '%*')
                """,
            arguments: [stage]
        ).map { try entry($0) }
        // In the order of the file: an index on subjects would lead to every row by a jump of its own.
        return try WhitelistSnapshot(revision: revision, others: others) { put in
            let accounts = try Row.fetchCursor(
                database,
                sql: """
                    SELECT id, subject, state, valid_from, valid_until FROM whitelist_entry NOT INDEXED
                    WHERE stage = ? AND state <> 'retired' AND kind = 'account' AND subject NOT LIKE '%*'
                    """,
                arguments: [stage]
            )
            while let row = try accounts.next() {
                guard let state = WhitelistState(rawValue: row[2]) else { throw WhitelistSubjectRow.damage }
                put(
                    row[1],
                    WhitelistGrant(entry: row[0], state: state, validity: try Self.validity(row[3], row[4]))
                )
            }
        }
    }
}
