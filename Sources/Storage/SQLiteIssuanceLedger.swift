import Foundation
import GRDB
public import IdentityProvider
public import XMLSecurity

/// The ledger: each entry is chained to the one before by SHA-256, and SQLite refuses to change one.
///
/// The chain shows what was edited, removed or moved by somebody who does not compute it anew. Against somebody who does,
/// a copy of the newest link has to be kept elsewhere.
public struct SQLiteIssuanceLedger: IssuanceLedger {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Appends an entry.
    public func append(_ entry: LedgerEntry) async throws {
        let content = try Self.encode(entry)
        try await database.write { database in
            // The number from SQLite's counter, the link from the last row: a removed end leaves a gap behind it.
            let last = try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'ledger'), 0) AS sequence,
                            (SELECT chain FROM ledger ORDER BY sequence DESC LIMIT 1) AS chain
                        """
                )
            )
            let sequence = (last?["sequence"] ?? 0) + Int64(1)
            let link = LedgerLink(sequence: sequence, at: entry.at.milliseconds, content: content)
            try database.cachedStatement(
                sql: "INSERT INTO ledger (sequence, at, content, chain) VALUES (?, ?, ?, ?)"
            ).execute(arguments: [sequence, link.at, content, link.chain(behind: last?["chain"])])
        }
    }

    /// The entries since a time, oldest first.
    public func entries(since: Instant, limit: Int) async throws -> [LedgerEntry] {
        try await database.read { database in
            let contents = try Data.fetchCursor(
                database,
                sql: "SELECT content FROM ledger WHERE at >= ? ORDER BY at, sequence LIMIT ?",
                arguments: [since.milliseconds, limit]
            )
            var entries: [LedgerEntry] = []
            while let content = try contents.next() {
                entries.append(try JSONDecoder().decode(LedgerEntry.self, from: content))
            }
            return entries
        }
    }

    /// Walks the chain.
    public func verify() async throws -> LedgerVerdict {
        try await database.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT sequence, at, content, chain FROM ledger ORDER BY sequence"
            )
            var previous: Data?
            var count: Int64 = 0
            while let row = try rows.next() {
                count += 1
                let link = LedgerLink(sequence: row["sequence"], at: row["at"], content: row["content"])
                let chain: Data = row["chain"]
                guard link.sequence == count, chain == link.chain(behind: previous) else { return .broken(at: count) }
                previous = chain
            }
            let highest = try Int64.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'ledger'")
            guard count == highest ?? 0 else { return .broken(at: count + 1) }
            return .intact(entries: Int(count))
        }
    }

    private static func encode(_ entry: LedgerEntry) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(entry), as: UTF8.self)
    }
}
