import Foundation
import GRDB
public import IdentityProvider
public import XMLSecurity

/// Both chains as operators use them: asked, verified, sealed, shortened.
public struct SQLiteAuditArchive: AuditArchive {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// The records that a query asks for, newest first.
    public func records(_ query: AuditQuery) async throws -> [AuditRecord] {
        try await database.read { try AuditSelect(query).records(in: $0) }
    }

    /// Who crossed since a time.
    public func signOns(since: Instant) async throws -> [SignOnSummary] {
        let sql = """
            SELECT json_extract(content, '$.account') AS account, json_extract(content, '$.serviceProvider') AS sp,
                max(at) AS last
            FROM ledger
            WHERE at >= ? AND json_extract(content, '$.decision') = 'asserted'
                AND json_extract(content, '$.account') IS NOT NULL
            GROUP BY 1, 2 ORDER BY 1, 2
            """
        return try await database.read { database in
            try Row.fetchAll(database, sql: sql, arguments: [since.milliseconds]).map { row in
                SignOnSummary(
                    account: row["account"],
                    serviceProvider: row["sp"],
                    last: Instant(milliseconds: row["last"])
                )
            }
        }
    }

    /// Walks a chain from its checkpoint.
    public func verify(
        _ chain: AuditChain,
        with key: ChainSealKey,
        against seals: [ChainSeal] = []
    ) async throws -> ChainVerdict {
        try await database.read { database in
            try HashChain(chain: chain).verify(database, with: key, against: seals.filter { $0.chain == chain })
        }
    }

    /// Seals a chain at its end.
    public func seal(_ chain: AuditChain, with key: ChainSealKey, at now: Instant) async throws -> ChainSeal {
        try await database.read { database in
            let end = try HashChain(chain: chain).end(in: database)
            return key.seal(chain, sequence: end.sequence, link: end.link, at: now)
        }
    }

    /// Seals a chain behind its last entry that is older than a time, and removes what is in front of it.
    public func retain(
        _ chain: AuditChain,
        since end: Instant,
        with key: ChainSealKey,
        at now: Instant
    ) async throws -> Int {
        // In one transaction: an entry is never gone without its checkpoint.
        try await database.write { database in
            let table = chain.rawValue
            // The clock may have stepped back: an entry in front of one that stays stays, too.
            let last = try Row.fetchOne(
                database,
                sql: """
                    SELECT sequence, chain FROM \(table) WHERE sequence <
                        coalesce((SELECT min(sequence) FROM \(table) WHERE at >= ?), 9223372036854775807)
                    ORDER BY sequence DESC LIMIT 1
                    """,
                arguments: [end.milliseconds]
            )
            guard let last else { return 0 }
            let link: Data = last["chain"]
            let seal = key.seal(chain, sequence: last["sequence"], link: Array(link), at: now)
            try database.execute(
                sql: "INSERT INTO checkpoint (chain, sequence, at, link, code) VALUES (?, ?, ?, ?, ?)",
                arguments: [table, seal.sequence, now.milliseconds, link, seal.code]
            )
            try database.execute(sql: "DELETE FROM \(table) WHERE sequence <= ?", arguments: [seal.sequence])
            return database.changesCount
        }
    }

    /// The checkpoint of a chain.
    public func checkpoint(_ chain: AuditChain) async throws -> ChainSeal? {
        try await database.read { try HashChain(chain: chain).checkpoint(in: $0) }
    }
}
