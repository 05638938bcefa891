import Foundation
import GRDB
import IdentityProvider
public import Onboarding
import SAML
import XMLSecurity

/// The checklist's runs, waivers and files.
public struct SQLiteChecklistStore: ChecklistStore {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Keeps a run.
    public func keep(_ run: ChecklistRun) async throws -> Int64 {
        let content = try Self.text(run)
        return try await database.write { database in
            try database.execute(
                sql: "INSERT INTO checklist_run (stage, at, content) VALUES (?, ?, ?)",
                arguments: [run.stage.rawValue, run.at.milliseconds, content]
            )
            return database.lastInsertedRowID
        }
    }

    /// The runs, the newest first.
    public func runs(
        of stage: ChecklistStage?,
        before number: Int64? = nil,
        limit: Int
    ) async throws -> [(number: Int64, run: ChecklistRun)] {
        try await database.read { database in
            let sql = """
                SELECT number, content FROM checklist_run WHERE (?1 IS NULL OR stage = ?1) AND number < ?2
                ORDER BY number DESC LIMIT ?3
                """
            return try Row.fetchAll(database, sql: sql, arguments: [stage?.rawValue, number ?? .max, limit]).map {
                row in
                (row["number"], try Self.value(ChecklistRun.self, row["content"]))
            }
        }
    }

    /// Keeps a waiver, with its entry in the trail.
    public func keep(_ waiver: ChecklistWaiver) async throws {
        let content = try Self.text(waiver)
        try await database.write { database in
            try database.execute(
                sql: "INSERT INTO checklist_waiver (rule, content) VALUES (?, ?)",
                arguments: [waiver.rule, content]
            )
            let entry = TrailEntry(
                changing: .checklist,
                waiver.rule,
                "waived until \(waiver.until.xsDateTime)",
                at: waiver.since,
                by: waiver.person.name,
                reason: "\(waiver.reason); \(waiver.person.described.en)"
            )
            try SQLiteAuditTrail.append(entry, to: database)
        }
    }

    /// The last waiver of each rule.
    public func waivers() async throws -> [ChecklistWaiver] {
        try await database.read { database in
            let sql = """
                SELECT content FROM checklist_waiver
                WHERE sequence IN (SELECT max(sequence) FROM checklist_waiver GROUP BY rule) ORDER BY rule
                """
            return try String.fetchAll(database, sql: sql).map { try Self.value(ChecklistWaiver.self, $0) }
        }
    }

    /// Keeps a file, with its entry in the trail.
    public func keep(_ attachment: ChecklistAttachment, content: [UInt8]) async throws {
        try await database.write { database in
            try database.execute(
                sql: "INSERT INTO checklist_file (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [attachment.sha256, Data(content)]
            )
            try database.execute(
                sql: """
                    INSERT INTO checklist_attachment (rule, name, sha256, at, person, role, system_user)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    attachment.rule, attachment.name, attachment.sha256, attachment.at.milliseconds,
                    attachment.person.name, attachment.person.role?.rawValue, attachment.person.systemUser,
                ]
            )
            let entry = TrailEntry(
                changing: .checklist,
                attachment.rule,
                "attached SHA-256 \(attachment.sha256)",
                at: attachment.at,
                by: attachment.person.name,
                reason: attachment.person.described.en
            )
            try SQLiteAuditTrail.append(entry, to: database)
        }
    }

    /// The last file of each rule.
    public func attachments() async throws -> [ChecklistAttachment] {
        try await database.read { database in
            let sql = """
                SELECT rule, name, sha256, at, person, role, system_user FROM checklist_attachment
                WHERE sequence IN (SELECT max(sequence) FROM checklist_attachment GROUP BY rule) ORDER BY rule
                """
            return try Row.fetchAll(database, sql: sql).map { row in
                ChecklistAttachment(
                    row["rule"],
                    name: row["name"],
                    sha256: row["sha256"],
                    by: Self.person(row),
                    at: Instant(milliseconds: row["at"])
                )
            }
        }
    }

    /// The octets of a file.
    public func content(of sha256: String) async throws -> [UInt8]? {
        try await database.read { database in
            let sql = "SELECT content FROM checklist_file WHERE sha256 = ?"
            return try Data.fetchOne(database, sql: sql, arguments: [sha256]).map { Array($0) }
        }
    }

    // A role that this version does not know proves nothing.
    private static func person(_ row: Row) -> ChecklistPerson {
        let role: String? = row["role"]
        return ChecklistPerson(
            name: row["person"],
            role: role.flatMap(OperatorRole.init),
            systemUser: row["system_user"]
        )
    }

    private static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
