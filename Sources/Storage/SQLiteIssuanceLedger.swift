import Foundation
import GRDB
public import IdentityProvider
public import XMLSecurity

/// The ledger: each entry is chained to the one before by SHA-256, and SQLite refuses to change one.
public struct SQLiteIssuanceLedger: IssuanceLedger {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Appends an entry.
    public func append(_ entry: LedgerEntry) async throws {
        let content = try Self.encode(entry)
        try await database.writer.write { database in
            let previous = try Data.fetchOne(database, sql: "SELECT chain FROM ledger ORDER BY sequence DESC LIMIT 1")
            let chain = Self.chain(behind: previous, content)
            try database.execute(
                sql: "INSERT INTO ledger (at, content, chain) VALUES (?, ?, ?)",
                arguments: [entry.at.milliseconds, content, chain]
            )
        }
    }

    /// The entries since a time.
    public func entries(since: Instant, limit: Int) async throws -> [LedgerEntry] {
        let contents = try await database.writer.read { database in
            try Data.fetchAll(
                database,
                sql: "SELECT content FROM ledger WHERE at >= ? ORDER BY sequence LIMIT ?",
                arguments: [since.milliseconds, limit]
            )
        }
        return try contents.map { try JSONDecoder().decode(LedgerEntry.self, from: $0) }
    }

    /// Walks the chain.
    public func verify() async throws -> LedgerVerdict {
        try await database.writer.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT sequence, content, chain FROM ledger ORDER BY sequence"
            )
            var previous: Data?
            var count = 0
            while let row = try rows.next() {
                let sequence: Int64 = row["sequence"]
                let chain: Data = row["chain"]
                // SQLite numbers without a gap as long as nothing is deleted; a gap is a deletion.
                guard sequence == Int64(count) + 1, chain == Self.chain(behind: previous, row["content"]) else {
                    return .broken(at: sequence)
                }
                previous = chain
                count += 1
            }
            return .intact(entries: count)
        }
    }

    private static func chain(behind previous: Data?, _ content: Data) -> Data {
        Data(Digest.sha256(of: [Array(previous ?? Data())[...], Array(content)[...]]))
    }

    private static func encode(_ entry: LedgerEntry) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(entry)
    }
}
