import GRDB
public import IdentityProvider
public import XMLSecurity

/// Removes what is over.
public struct SQLiteHousekeeping: Housekeeping {
    // How many rows go at a time: a few milliseconds in which no sign-on can write.
    private static let batch = 1_000

    private static let keys = [
        "replay": "kind, issuer, id", "session": "id", "pending_request": "id", "resumption": "id", "logout": "id",
        "participant": "sp, session_index",
        "association_notification": "digest", "webhook_delivery": "sequence",
        "kept_answer": "operator, key",
    ]

    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Removes expired rows and returns their number.
    public func purge(before now: Instant) async throws -> Int {
        var removed = 0
        for (table, key) in Self.keys {
            var last = Self.batch
            while last == Self.batch {
                last = try await database.write { database in
                    try database.execute(
                        sql: """
                            DELETE FROM \(table) WHERE (\(key)) IN
                                (SELECT \(key) FROM \(table) WHERE until <= ? LIMIT \(Self.batch))
                            """,
                        arguments: [now.milliseconds]
                    )
                    return database.changesCount
                }
                removed += last
            }
        }
        return removed
    }
}
