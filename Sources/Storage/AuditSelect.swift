import Foundation
import GRDB
import IdentityProvider
import XMLSecurity

/// A query over both chains as SQL.
///
/// Content is searched without an index: one would cost every sign-on a write, and a question is asked once a day.
struct AuditSelect {
    private let query: AuditQuery

    init(_ query: AuditQuery) {
        self.query = query
    }

    func records(in database: GRDB.Database) throws -> [AuditRecord] {
        let parts = AuditChain.allCases.map { conditions($0) }
        let selects = zip(AuditChain.allCases, parts).map { chain, part in
            "SELECT '\(chain.rawValue)' AS origin, sequence, at, content FROM \(chain.rawValue) WHERE \(part.sql)"
        }
        let sql = selects.joined(separator: " UNION ALL ") + " ORDER BY at DESC, origin, sequence DESC LIMIT ? OFFSET ?"
        let values: [any DatabaseValueConvertible] = parts.flatMap(\.values) + [query.limit, query.offset]
        return try Row.fetchAll(database, sql: sql, arguments: StatementArguments(values)).map(Self.record)
    }

    private func conditions(_ chain: AuditChain) -> (sql: String, values: [any DatabaseValueConvertible]) {
        let isLedger = chain == .ledger
        let decision = "json_extract(content, '$.decision')"
        let kind = "CASE \(decision) WHEN 'asserted' THEN 'issued' ELSE 'answer-refused' END"
        let wanted: [(sql: String, value: (any DatabaseValueConvertible)?)] = [
            ("at >= ?", query.since?.milliseconds), ("at < ?", query.until?.milliseconds),
            ("json_extract(content, '$.account') = ?", query.account),
            ("json_extract(content, '$.serviceProvider') = ?", query.serviceProvider),
            ("json_extract(content, '$.reference') = ?", query.reference),
            ((isLedger ? decision : "json_extract(content, '$.code')") + " = ?", query.code),
            ((isLedger ? kind : "json_extract(content, '$.kind')") + " = ?", query.kind?.rawValue),
            (
                "? IN (json_extract(content, '$.assertionID'), json_extract(content, '$.responseID'))", query.message
            ),
        ]
        let used = wanted.filter { $0.value != nil }
        let sql = (["TRUE"] + used.map(\.sql)).joined(separator: " AND ")
        return (sql, used.compactMap(\.value))
    }

    private static func record(_ row: Row) throws -> AuditRecord {
        let content: Data = row["content"]
        let isLedger = row["origin"] == AuditChain.ledger.rawValue
        return AuditRecord(
            sequence: row["sequence"],
            isLedger
                ? .issuance(try JSONDecoder().decode(LedgerEntry.self, from: content))
                : .event(try JSONDecoder().decode(TrailEntry.self, from: content))
        )
    }
}
