import GRDB
public import IdentityProvider
public import XMLSecurity

/// The states of our keys.
public struct SQLiteKeyStore: KeyStore {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// All keys.
    public func keys() async throws -> [KeyRecord] {
        try await database.read { database in
            let sql = "SELECT name, fingerprint, state, since FROM signing_key ORDER BY sequence"
            return try Row.fetchAll(database, sql: sql).map { row in
                guard let state = KeyRecord.State(rawValue: row["state"]) else {
                    throw StorageError(.damaged, "the store has a key in a state that this version does not know")
                }
                return KeyRecord(
                    name: row["name"],
                    fingerprint: row["fingerprint"],
                    state: state,
                    since: Instant(milliseconds: row["since"])
                )
            }
        }
    }

    /// Adds a key.
    public func add(_ record: KeyRecord, by person: String) async throws {
        let added = try await database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO signing_key (name, fingerprint, state, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """,
                arguments: [record.name, record.fingerprint, record.state.rawValue, record.since.milliseconds]
            )
            guard database.changesCount == 1 else { return false }
            try SQLiteAuditTrail.append(
                TrailEntry(changing: .key, record.name, record.state.rawValue, at: record.since, by: person),
                to: database
            )
            return true
        }
        guard added else { throw StorageError(.duplicate, "a key named \(record.name) is in the store already") }
    }

    /// Makes all changes or none.
    public func apply(_ changes: [KeyChange], at now: Instant, by person: String) async throws {
        try await database.write { database in
            for change in changes {
                try database.execute(
                    sql: "UPDATE signing_key SET state = ?, since = ? WHERE name = ? AND state = ?",
                    arguments: [change.to.rawValue, now.milliseconds, change.name, change.from.rawValue]
                )
                guard database.changesCount == 1 else {
                    throw StorageError(
                        .absent,
                        "the key \(change.name) is no longer \(change.from.rawValue); look again"
                    )
                }
                let entry = TrailEntry(changing: .key, change.name, change.to.rawValue, at: now, by: person)
                try SQLiteAuditTrail.append(entry, to: database)
            }
        }
    }
}
