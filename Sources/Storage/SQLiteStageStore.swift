import GRDB
public import IdentityProvider
public import Onboarding
public import XMLSecurity

/// The stage and how it came about; without a row it is joint debugging.
public struct SQLiteStageStore: StageStore {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// The stage now.
    public func stage() async throws -> Stage {
        let text = try await database.read { database in
            try String.fetchOne(database, sql: "SELECT stage FROM stage ORDER BY sequence DESC LIMIT 1")
        }
        guard let text else { return .jointDebug }
        // A stage that this version does not know admits nobody.
        return Stage(rawValue: text) ?? .closed
    }

    /// Changes it.
    public func change(to stage: Stage, at now: Instant, by person: String, reason: String) async throws {
        try await database.write { database in
            try database.execute(
                sql: "INSERT INTO stage (stage, at, person, reason) VALUES (?, ?, ?, ?)",
                arguments: [stage.rawValue, now.milliseconds, person, reason]
            )
            try SQLiteAuditTrail.append(
                TrailEntry(changing: .stage, "stage", stage.rawValue, at: now, by: person, reason: reason),
                to: database
            )
        }
    }
}
