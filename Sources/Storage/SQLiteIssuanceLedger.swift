import Foundation
public import IdentityProvider
public import XMLSecurity

/// The ledger: each entry is chained to the one before by SHA-256, and SQLite refuses to change one.
///
/// The chain shows what was edited, removed or moved by somebody who does not compute it anew. Against somebody who does,
/// a seal of its end has to be kept elsewhere (`drawbridge audit seal`).
public struct SQLiteIssuanceLedger: IssuanceLedger {
    private let database: Database
    private let chain = HashChain(chain: .ledger)

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Appends an entry.
    public func append(_ entry: LedgerEntry) async throws {
        let content = try HashChain.encode(entry)
        try await database.write { [chain] in try chain.append(content, at: entry.at, to: $0) }
    }

    /// The entries since a time, oldest first.
    public func entries(since: Instant, limit: Int) async throws -> [LedgerEntry] {
        try await database.read { [chain] database in
            try chain.contents(since: since, limit: limit, in: database).map {
                try JSONDecoder().decode(LedgerEntry.self, from: $0)
            }
        }
    }

    /// Walks the chain.
    public func verify() async throws -> ChainVerdict {
        try await database.read { [chain] in try chain.verify($0) }
    }
}
