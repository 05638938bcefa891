import GRDB
public import IdentityProvider
import XMLSecurity

/// What was uploaded to Partner Center.
public struct SQLiteMetadataUploadStore: MetadataUploadStore {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// All uploads, the oldest first.
    public func uploads() async throws -> [MetadataUpload] {
        try await database.read { database in
            let sql = "SELECT sha256, fingerprints, at, person FROM metadata_upload ORDER BY sequence"
            return try Row.fetchAll(database, sql: sql).map { row in
                let fingerprints: String = row["fingerprints"]
                return MetadataUpload(
                    sha256: row["sha256"],
                    fingerprints: fingerprints.split(separator: "\n").map(String.init),
                    at: Instant(milliseconds: row["at"]),
                    person: row["person"]
                )
            }
        }
    }

    /// Adds one, with its entry in the trail.
    public func record(_ upload: MetadataUpload) async throws {
        try await database.write { database in
            try database.execute(
                sql: "INSERT INTO metadata_upload (sha256, fingerprints, at, person) VALUES (?, ?, ?, ?)",
                arguments: [
                    upload.sha256, upload.fingerprints.joined(separator: "\n"), upload.at.milliseconds, upload.person,
                ]
            )
            try SQLiteAuditTrail.append(
                TrailEntry(
                    changing: .accessConfiguration,
                    "idp-metadata",
                    "uploaded SHA-256 \(upload.sha256)",
                    at: upload.at,
                    by: upload.person
                ),
                to: database
            )
        }
    }
}
