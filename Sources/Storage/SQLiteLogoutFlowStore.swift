import Foundation
import GRDB
public import IdentityProvider
public import XMLSecurity

/// Logouts on their way, each taken once.
public struct SQLiteLogoutFlowStore: LogoutFlowStore {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Keeps a logout.
    public func put(_ flow: LogoutFlow, as id: OpaqueID) async throws {
        let content = try JSONEncoder().encode(flow)
        try await database.write { database in
            try database.cachedStatement(
                sql: "INSERT INTO logout (id, content, until) VALUES (?, ?, ?)"
            ).execute(arguments: [Data(id.digest), content, flow.expiresAt.milliseconds])
        }
    }

    /// Takes a logout.
    public func take(_ id: OpaqueID, at now: Instant) async throws -> LogoutFlow? {
        try await database.write { database in
            try Data.fetchOne(
                database.cachedStatement(sql: "DELETE FROM logout WHERE id = ? AND until > ? RETURNING content"),
                arguments: [Data(id.digest), now.milliseconds]
            ).map { try JSONDecoder().decode(LogoutFlow.self, from: $0) }
        }
    }
}
