import GRDB
public import Onboarding
public import XMLSecurity

/// Messages to portals; those that are done are kept for thirty days to be looked at.
public struct SQLiteWebhookOutbox: WebhookOutbox {
    private static let keptAfterwards: Int64 = 30 * 86_400
    private static let columns = "sequence, portal, content, state, attempts, due, fault"

    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Takes what is due.
    public func take(at now: Instant, lease: Instant, limit: Int) async throws -> [WebhookDelivery] {
        // A read first: nothing is due most of the time, and a look must not cost a commit.
        let isDue = try await database.read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM webhook_delivery WHERE state = 'waiting' AND due <= ?)",
                arguments: [now.milliseconds]
            ) ?? false
        }
        guard isDue else { return [] }
        return try await database.write { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(Self.columns) FROM webhook_delivery WHERE state = 'waiting' AND due <= ?
                        ORDER BY sequence LIMIT ?
                    """,
                arguments: [now.milliseconds, limit]
            )
            for row in rows {
                try database.execute(
                    sql: "UPDATE webhook_delivery SET due = ?, attempts = attempts + 1 WHERE sequence = ?",
                    arguments: [lease.milliseconds, row["sequence"] as Int64]
                )
            }
            return try rows.map { try Self.delivery($0, attempts: ($0["attempts"] as Int) + 1) }
        }
    }

    /// The portal took it.
    public func delivered(_ id: Int64, at now: Instant) async throws {
        try await end(id, .delivered, fault: nil, at: now)
    }

    /// The portal did not take it.
    public func failed(_ id: Int64, _ fault: String, next: Instant?, at now: Instant) async throws {
        guard let next else { return try await end(id, .dead, fault: fault, at: now) }
        try await database.write { database in
            try database.execute(
                sql: "UPDATE webhook_delivery SET due = ?, fault = ? WHERE sequence = ? AND state = 'waiting'",
                arguments: [next.milliseconds, fault, id]
            )
        }
    }

    /// Deliveries, latest first.
    public func deliveries(_ state: WebhookDelivery.State?, limit: Int) async throws -> [WebhookDelivery] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(Self.columns) FROM webhook_delivery WHERE ? IS NULL OR state = ?
                        ORDER BY sequence DESC LIMIT ?
                    """,
                arguments: [state?.rawValue, state?.rawValue, limit]
            ).map { try Self.delivery($0, attempts: $0["attempts"]) }
        }
    }

    /// Sends a dead one again.
    public func revive(_ id: Int64, at now: Instant) async throws -> Bool {
        try await database.write { database in
            try database.execute(
                sql: """
                    UPDATE webhook_delivery SET state = 'waiting', attempts = 0, due = ?, until = NULL
                        WHERE sequence = ? AND state = 'dead'
                    """,
                arguments: [now.milliseconds, id]
            )
            return database.changesCount == 1
        }
    }

    private func end(_ id: Int64, _ state: WebhookDelivery.State, fault: String?, at now: Instant) async throws {
        let until = now.adding(seconds: Self.keptAfterwards)
        try await database.write { database in
            try database.execute(
                sql:
                    "UPDATE webhook_delivery SET state = ?, fault = ?, until = ? WHERE sequence = ? AND state = 'waiting'",
                arguments: [state.rawValue, fault, until.milliseconds, id]
            )
        }
    }

    private static func delivery(_ row: Row, attempts: Int) throws -> WebhookDelivery {
        WebhookDelivery(
            id: row["sequence"],
            portal: row["portal"],
            change: try AssociationRows.decode(row["content"]),
            state: WebhookDelivery.State(rawValue: row["state"]) ?? .dead,
            attempts: attempts,
            due: Instant(milliseconds: row["due"]),
            fault: row["fault"]
        )
    }
}
