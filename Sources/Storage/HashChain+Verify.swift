import Foundation
import GRDB
import IdentityProvider
import XMLSecurity

extension HashChain {
    /// Walks the chain from its checkpoint to its end.
    /// - Parameters:
    ///   - database: the store.
    ///   - key: what the checkpoint must be sealed with; without it only the links are looked at.
    ///   - seals: seals of this chain that must fit, too.
    /// - Returns: the first entry that does not fit.
    /// - Throws: when SQLite does.
    func verify(_ database: GRDB.Database, with key: ChainSealKey? = nil, against seals: [ChainSeal] = []) throws
        -> ChainVerdict
    {
        let base = try checkpoint(in: database)
        if let base, let key, !key.holds(base) { return .broken(at: base.sequence, .checkpoint) }
        let sealed = Dictionary(seals.map { ($0.sequence, $0.link) }, uniquingKeysWith: { first, _ in first })
        if let base, let link = sealed[base.sequence], link != base.link {
            return .broken(at: base.sequence, .rewritten)
        }
        var walk = Walk(base, sealed)
        let sql = "SELECT sequence, at, content, chain FROM \(chain.rawValue) ORDER BY sequence"
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() {
            let link = ChainLink(sequence: row["sequence"], at: row["at"], content: row["content"])
            if let fault = walk.step(link, chain: row["chain"]) { return fault }
        }
        let highest =
            try Int64.fetchOne(
                database,
                sql: "SELECT seq FROM sqlite_sequence WHERE name = ?",
                arguments: [chain.rawValue]
            ) ?? 0
        let expected = max(highest, seals.map(\.sequence).max() ?? 0)
        guard walk.sequence == expected else { return .broken(at: walk.sequence + 1, .cutOff) }
        return .intact(entries: walk.count)
    }

    private struct Walk {
        let base: Int64
        let sealed: [Int64: String]
        var sequence: Int64
        var link: Data?
        var count: Int { Int(sequence - base) }

        init(_ base: ChainSeal?, _ sealed: [Int64: String]) {
            self.base = base?.sequence ?? 0
            self.sealed = sealed
            sequence = self.base
            link = base.map { Data(Hexadecimal.decode($0.link) ?? []) }
        }

        mutating func step(_ row: ChainLink, chain: Data) -> ChainVerdict? {
            guard row.sequence > base else { return .broken(at: row.sequence, .behindCheckpoint) }
            let expected = sequence + 1
            guard row.sequence == expected else { return .broken(at: expected, .missing) }
            guard chain == row.chain(behind: link) else { return .broken(at: expected, .altered) }
            if let seal = sealed[expected], seal != Hexadecimal.encode(Array(chain)) {
                return .broken(at: expected, .rewritten)
            }
            sequence = expected
            link = chain
            return nil
        }
    }
}
