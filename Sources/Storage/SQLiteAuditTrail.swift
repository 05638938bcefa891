import Foundation
import GRDB
public import IdentityProvider
public import XMLSecurity

/// The trail of changes and refusals, chained as the ledger is.
public struct SQLiteAuditTrail: AuditTrail {
    private static let chain = HashChain(chain: .trail)

    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Appends an entry.
    public func append(_ entry: TrailEntry) async throws {
        try await database.write { try Self.append(entry, to: $0) }
    }

    /// The entries since a time, oldest first.
    public func entries(since: Instant, limit: Int) async throws -> [TrailEntry] {
        try await database.read { database in
            try Self.chain.contents(since: since, limit: limit, in: database).map {
                try JSONDecoder().decode(TrailEntry.self, from: $0)
            }
        }
    }

    /// Walks the chain.
    public func verify() async throws -> ChainVerdict {
        try await database.read { try Self.chain.verify($0) }
    }

    /// Appends within the transaction that makes the change: neither is kept without the other.
    static func append(_ entry: TrailEntry, to database: GRDB.Database) throws {
        try chain.append(HashChain.encode(entry), at: entry.at, to: database)
    }
}
