import GRDB
public import IdentityProvider
public import XMLSecurity

/// Removes what is over.
public struct SQLiteHousekeeping: Housekeeping {
    private static let tables = ["replay", "session", "pending_request", "resumption"]
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Removes expired rows and returns their number.
    public func purge(before now: Instant) async throws -> Int {
        try await database.writer.write { database in
            var removed = 0
            for table in Self.tables {
                try database.execute(sql: "DELETE FROM \(table) WHERE until <= ?", arguments: [now.milliseconds])
                removed += database.changesCount
            }
            return removed
        }
    }
}
