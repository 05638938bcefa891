import Foundation
import GRDB
public import IdentityProvider
public import XMLSecurity

/// Sessions by the digest of their id.
public struct SQLiteSessionStore: SessionStore {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Keeps a session.
    public func save(_ session: Session, as id: OpaqueID) async throws {
        let content = try JSONEncoder().encode(session)
        try await database.write { database in
            try database.cachedStatement(
                sql: "INSERT OR REPLACE INTO session (id, content, until) VALUES (?, ?, ?)"
            ).execute(arguments: [Data(id.digest), content, session.expiresAt.milliseconds])
        }
    }

    /// The session of an id.
    public func session(_ id: OpaqueID, at now: Instant) async throws -> Session? {
        try await database.read { database in
            try Data.fetchOne(
                database.cachedStatement(sql: "SELECT content FROM session WHERE id = ? AND until > ?"),
                arguments: [Data(id.digest), now.milliseconds]
            ).map { try JSONDecoder().decode(Session.self, from: $0) }
        }
    }

    /// Ends a session.
    public func remove(_ id: OpaqueID) async throws {
        try await database.write { database in
            try database.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [Data(id.digest)])
        }
    }
}
