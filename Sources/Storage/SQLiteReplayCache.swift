import GRDB
public import IdentityProvider
public import XMLSecurity

/// The replay cache: a primary key decides, in one statement.
public struct SQLiteReplayCache: ReplayCache {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Remembers a key, and says whether it was new.
    public func insertIfAbsent(_ key: ReplayKey, until: Instant) async throws -> Bool {
        try await database.write { database in
            try database.cachedStatement(
                sql: "INSERT INTO replay (kind, issuer, id, until) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
            ).execute(arguments: [key.kind.rawValue, key.issuer, key.id, until.milliseconds])
            return database.changesCount == 1
        }
    }
}
