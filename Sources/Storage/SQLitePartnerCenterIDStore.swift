import GRDB
public import IdentityProvider
import XMLSecurity

/// The ids that Partner Center shows.
public struct SQLitePartnerCenterIDStore: PartnerCenterIDStore {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// What was recorded last.
    public func ids() async throws -> PartnerCenterIDs {
        try await database.read { database in
            let sql = "SELECT kind, value, at, person FROM partner_center_id ORDER BY sequence"
            return PartnerCenterIDs(
                try Row.fetchAll(database, sql: sql).compactMap { row in
                    guard let kind = RecordedID.Kind(rawValue: row["kind"]) else { return nil }
                    return RecordedID(
                        kind,
                        row["value"],
                        at: Instant(milliseconds: row["at"]),
                        by: row["person"]
                    )
                }
            )
        }
    }

    /// Adds what was recorded together.
    public func record(_ ids: [RecordedID]) async throws {
        try await database.write { database in
            for id in ids {
                try database.execute(
                    sql: "INSERT INTO partner_center_id (kind, value, at, person) VALUES (?, ?, ?, ?)",
                    arguments: [id.kind.rawValue, id.value, id.at.milliseconds, id.person]
                )
                try SQLiteAuditTrail.append(
                    TrailEntry(
                        changing: .accessConfiguration,
                        id.kind.rawValue,
                        "recorded \(id.value)",
                        at: id.at,
                        by: id.person
                    ),
                    to: database
                )
            }
        }
    }
}
