import Foundation
import GRDB
import IdentityProvider
public import Onboarding
public import XMLSecurity

/// Operators: each change judged by the pure rule inside the transaction that writes it.
public struct SQLiteOperatorStore: OperatorStore {
    private static let columns = "id, name, role, portal, since, until, added_by, revoked"

    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Makes a token, or revokes one.
    public func make(_ change: OperatorChange, token digest: [UInt8]?, at now: Instant) async throws -> Operator {
        try await database.write { database in
            // As few as the persons of an installation: read whole.
            let present = try Row.fetchAll(database, sql: "SELECT \(Self.columns) FROM operator ORDER BY id")
            let after = try OperatorRule(try present.map(Self.read), at: now).judge(change)
            try Self.write(after, digest, database)
            try SQLiteAuditTrail.append(Self.trail(change, after, at: now), to: database)
            return after
        }
    }

    /// All that were ever made.
    public func operators() async throws -> [Operator] {
        try await database.read { database in
            try Row.fetchAll(database, sql: "SELECT \(Self.columns) FROM operator ORDER BY id").map(Self.read)
        }
    }

    /// Whom a token stands for.
    public func `operator`(holding digest: [UInt8]) async throws -> Operator? {
        try await database.read { database in
            let sql = "SELECT \(Self.columns) FROM operator WHERE token = ?"
            return try Row.fetchOne(database, sql: sql, arguments: [Data(digest)]).map(Self.read)
        }
    }

    private static func write(_ one: Operator, _ digest: [UInt8]?, _ database: GRDB.Database) throws {
        guard one.revoked == nil else {
            try database.execute(
                sql: "UPDATE operator SET revoked = ? WHERE id = ?",
                arguments: [one.revoked?.milliseconds, one.id]
            )
            return
        }
        try database.execute(
            sql: """
                INSERT INTO operator (id, name, role, portal, token, since, until, added_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                one.id, one.name, one.role.rawValue, one.portal, digest.map { Data($0) }, one.since.milliseconds,
                one.until.milliseconds, one.addedBy,
            ]
        )
    }

    private static func trail(_ change: OperatorChange, _ after: Operator, at now: Instant) -> TrailEntry {
        let (action, person) =
            switch change {
            case .addFirst(_, let author): ("added as the first \(after.role.rawValue)", author)
            case .add(_, let author): ("added as \(after.role.rawValue) until \(after.until.xsDateTime)", author.name)
            case .revoke(_, let author): ("revoked", author.name)
            }
        var entry = TrailEntry(changing: .operators, "\(after.id) \(after.name)", action, at: now, by: person)
        entry.portal = after.portal
        return entry
    }

    private static func read(_ row: Row) throws -> Operator {
        guard let role = OperatorRole(rawValue: row["role"]) else {
            throw StorageError(.damaged, "the store has an operator in a role that this version does not know")
        }
        let revoked: Int64? = row["revoked"]
        return Operator(
            id: row["id"],
            name: row["name"],
            role: role,
            portal: row["portal"],
            since: Instant(milliseconds: row["since"]),
            until: Instant(milliseconds: row["until"]),
            addedBy: row["added_by"],
            revoked: revoked.map { Instant(milliseconds: $0) }
        )
    }
}
