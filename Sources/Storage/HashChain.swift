import Foundation
import GRDB
import IdentityProvider
import XMLSecurity

/// One of the chained tables: each row holds the link to the row before, and the first that to the checkpoint.
struct HashChain {
    let chain: AuditChain

    private var table: String { chain.rawValue }

    // The number from SQLite's counter, the link from the last row: a removed end leaves a gap behind it. Where
    // everything was removed by retention, the link is the checkpoint's.
    func append(_ content: String, at: Instant, to database: GRDB.Database) throws {
        let last = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = '\(table)'), 0) AS sequence,
                        coalesce((SELECT chain FROM \(table) ORDER BY sequence DESC LIMIT 1),
                            (SELECT link FROM checkpoint WHERE chain = '\(table)' ORDER BY sequence DESC LIMIT 1)
                        ) AS chain
                    """
            )
        )
        let link = ChainLink(sequence: (last?["sequence"] ?? 0) + Int64(1), at: at.milliseconds, content: content)
        try database.cachedStatement(sql: "INSERT INTO \(table) (sequence, at, content, chain) VALUES (?, ?, ?, ?)")
            .execute(arguments: [link.sequence, link.at, content, link.chain(behind: last?["chain"])])
    }

    func contents(since: Instant, limit: Int, in database: GRDB.Database) throws -> [Data] {
        try Data.fetchAll(
            database,
            sql: "SELECT content FROM \(table) WHERE at >= ? ORDER BY at, sequence LIMIT ?",
            arguments: [since.milliseconds, limit]
        )
    }

    /// The newest checkpoint; everything in front of it was removed.
    func checkpoint(in database: GRDB.Database) throws -> ChainSeal? {
        let sql = "SELECT * FROM checkpoint WHERE chain = ? ORDER BY sequence DESC LIMIT 1"
        return try Row.fetchOne(database, sql: sql, arguments: [table]).map { row in
            ChainSeal(
                chain: chain,
                sequence: row["sequence"],
                at: Instant(milliseconds: row["at"]),
                link: Hexadecimal.encode(Array(row["link"] as Data)),
                code: row["code"]
            )
        }
    }

    /// The last entry's number and link, or the checkpoint's.
    func end(in database: GRDB.Database) throws -> (sequence: Int64, link: [UInt8]) {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT sequence, chain AS link FROM \(table) UNION ALL
                SELECT sequence, link FROM checkpoint WHERE chain = '\(table)' ORDER BY sequence DESC LIMIT 1
                """
        )
        guard let row else { return (0, []) }
        return (row["sequence"], Array(row["link"] as Data))
    }

    static func encode(_ entry: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(entry), as: UTF8.self)
    }
}
