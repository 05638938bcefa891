import Foundation
import GRDB
public import IdentityProvider
public import XMLSecurity

/// Requests that wait, each taken once.
public struct SQLitePendingRequestStore: PendingRequestStore {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Lets a request wait.
    public func park(_ request: PendingRequest) async throws {
        let content = try JSONEncoder().encode(request.request)
        try await database.write { database in
            try database.cachedStatement(
                sql: "INSERT INTO pending_request (id, browser, content, until) VALUES (?, ?, ?, ?)"
            ).execute(
                arguments: [Data(request.id.digest), Data(request.browser), content, request.expiresAt.milliseconds]
            )
        }
    }

    /// Looks at a waiting request.
    public func pending(_ id: OpaqueID, at now: Instant) async throws -> PendingRequest? {
        try await database.read { database in
            try Row.fetchOne(
                database.cachedStatement(
                    sql: "SELECT browser, content, until FROM pending_request WHERE id = ? AND until > ?"
                ),
                arguments: [Data(id.digest), now.milliseconds]
            ).map { try Self.request($0, id: id) }
        }
    }

    /// Takes a waiting request.
    public func take(_ id: OpaqueID, at now: Instant) async throws -> PendingRequest? {
        try await database.write { database in
            try Row.fetchOne(
                database.cachedStatement(
                    sql: "DELETE FROM pending_request WHERE id = ? AND until > ? RETURNING browser, content, until"
                ),
                arguments: [Data(id.digest), now.milliseconds]
            ).map { try Self.request($0, id: id) }
        }
    }

    private static func request(_ row: Row, id: OpaqueID) throws -> PendingRequest {
        let browser: Data = row["browser"]
        let content: Data = row["content"]
        return PendingRequest(
            id: id,
            browser: Array(browser),
            request: try JSONDecoder().decode(AcceptedRequest.self, from: content),
            expiresAt: Instant(milliseconds: row["until"])
        )
    }
}
