import Foundation
import GRDB
import Onboarding
import XMLSecurity

/// Associations and their history as rows.
enum AssociationRows {
    private static let columns = "account, state, source, cloud_id, cloud_name, since"

    static func association(_ account: String, _ database: GRDB.Database) throws -> Onboarding.Association? {
        try Row.fetchOne(
            database.cachedStatement(sql: "SELECT \(columns) FROM association WHERE account = ?"),
            arguments: [account]
        ).map(association)
    }

    static func associations(after account: String, limit: Int, _ database: GRDB.Database) throws -> [Onboarding
        .Association]
    {
        try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT \(columns) FROM association WHERE account > ? ORDER BY account LIMIT ?"
            ),
            arguments: [account, limit]
        ).map(association)
    }

    static func save(_ association: Onboarding.Association, _ database: GRDB.Database) throws {
        try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO association (\(columns)) VALUES (?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            association.account, association.state.rawValue, association.source.rawValue,
            association.cloudAccount?.id, association.cloudAccount?.name, association.since.milliseconds,
        ])
    }

    static func history(_ account: String, _ database: GRDB.Database) throws -> [AssociationChange] {
        try String.fetchAll(
            database.cachedStatement(
                sql: "SELECT content FROM association_change WHERE account = ? ORDER BY sequence"
            ),
            arguments: [account]
        ).map(decode)
    }

    static func encode(_ change: AssociationChange) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(change), as: UTF8.self)
    }

    static func decode(_ content: String) throws -> AssociationChange {
        try JSONDecoder().decode(AssociationChange.self, from: Data(content.utf8))
    }

    private static func association(_ row: Row) throws -> Onboarding.Association {
        guard let state = AssociationState(rawValue: row["state"]),
            let source = AssociationSource(rawValue: row["source"])
        else {
            let context = DecodingError.Context(codingPath: [], debugDescription: "an association of another kind")
            throw DecodingError.dataCorrupted(context)
        }
        let cloudID: String? = row["cloud_id"]
        return Onboarding.Association(
            account: row["account"],
            state: state,
            source: source,
            cloudAccount: cloudID.map { CloudAccount(id: $0, name: row["cloud_name"]) },
            since: Instant(milliseconds: row["since"])
        )
    }
}
