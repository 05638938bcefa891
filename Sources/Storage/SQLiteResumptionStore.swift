import Foundation
import GRDB
public import IdentityProvider
public import XMLSecurity

/// Hand-offs that wait for their browser, each taken once.
public struct SQLiteResumptionStore: ResumptionStore {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Keeps a hand-off.
    public func put(_ resumption: Resumption, as id: OpaqueID) async throws {
        let content = try JSONEncoder().encode(resumption)
        try await database.write { database in
            try database.cachedStatement(
                sql: "INSERT INTO resumption (id, content, until) VALUES (?, ?, ?)"
            ).execute(arguments: [Data(id.digest), content, resumption.expiresAt.milliseconds])
        }
    }

    /// Takes a hand-off.
    public func take(_ id: OpaqueID, at now: Instant) async throws -> Resumption? {
        try await database.write { database in
            try Data.fetchOne(
                database.cachedStatement(sql: "DELETE FROM resumption WHERE id = ? AND until > ? RETURNING content"),
                arguments: [Data(id.digest), now.milliseconds]
            ).map { try JSONDecoder().decode(Resumption.self, from: $0) }
        }
    }
}
