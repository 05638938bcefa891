import Foundation
import GRDB
public import IdentityProvider
import SAML
public import XMLSecurity

/// Sessions and their participants, by the digest of the session's id.
public struct SQLiteSessionStore: SessionStore {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Keeps a session.
    public func save(_ session: Session, as id: OpaqueID, continuing earlier: OpaqueID?) async throws {
        let content = try JSONEncoder().encode(session)
        let customer = Self.digest(session.customer.portal, session.customer.xUserID)
        try await database.write { database in
            try database.cachedStatement(
                sql: "INSERT OR REPLACE INTO session (id, content, until, customer) VALUES (?, ?, ?, ?)"
            ).execute(arguments: [Data(id.digest), content, session.expiresAt.milliseconds, customer])
            guard let earlier else { return }
            try database.cachedStatement(
                sql: "UPDATE participant SET session = ? WHERE session = ? AND customer = ?"
            ).execute(arguments: [Data(id.digest), Data(earlier.digest), customer])
            try database.cachedStatement(sql: "DELETE FROM session WHERE id = ?")
                .execute(arguments: [Data(earlier.digest)])
        }
    }

    /// The session of an id.
    public func session(_ id: OpaqueID, at now: Instant) async throws -> Session? {
        try await database.read { database in
            try Data.fetchOne(
                database.cachedStatement(sql: "SELECT content FROM session WHERE id = ? AND until > ?"),
                arguments: [Data(id.digest), now.milliseconds]
            ).map { try JSONDecoder().decode(Session.self, from: $0) }
        }
    }

    /// Whether a session has answered a request.
    public func hasAnswered(_ id: OpaqueID) async throws -> Bool {
        try await database.read { database in
            try Bool.fetchOne(
                database.cachedStatement(sql: "SELECT answered FROM session WHERE id = ?"),
                arguments: [Data(id.digest)]
            ) ?? false
        }
    }

    /// Notes that an SP takes part.
    public func join(_ participant: Participant, in session: Session, of id: OpaqueID) async throws {
        let content = try JSONEncoder().encode(participant)
        let customer = Self.digest(session.customer.portal, session.customer.xUserID)
        try await database.write { database in
            try database.cachedStatement(sql: "UPDATE session SET answered = 1 WHERE id = ?")
                .execute(arguments: [Data(id.digest)])
            try database.cachedStatement(
                sql: """
                    INSERT INTO participant (sp, session_index, name, session, customer, content, until)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(
                arguments: [
                    participant.serviceProvider, participant.sessionIndex, participant.nameID.value, Data(id.digest),
                    customer, content, participant.until.milliseconds,
                ]
            )
        }
    }

    /// Ends sessions.
    public func end(_ selector: SessionSelector, at now: Instant) async throws -> [Participant] {
        try await database.write { database in
            var participants: [Participant] = []
            for session in try Self.sessions(selector, database) {
                let rows = try Data.fetchAll(
                    database,
                    sql: "DELETE FROM participant WHERE session = ? AND until > ? RETURNING content",
                    arguments: [session, now.milliseconds]
                )
                participants += try rows.map { try JSONDecoder().decode(Participant.self, from: $0) }
                try database.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [session])
            }
            return participants.sorted { ($0.serviceProvider, $0.sessionIndex) < ($1.serviceProvider, $1.sessionIndex) }
        }
    }

    private static func sessions(_ selector: SessionSelector, _ database: GRDB.Database) throws -> [Data] {
        switch selector {
        case .browser(let id):
            return [Data(id.digest)]
        case .customer(let portal, let user):
            return try Data.fetchAll(
                database,
                sql:
                    "SELECT session FROM participant WHERE customer = ?1 UNION SELECT id FROM session WHERE customer = ?1",
                arguments: [digest(portal, user)]
            )
        case .participant(let serviceProvider, let nameID, let indexes):
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT session, content FROM participant WHERE sp = ? AND name = ?",
                arguments: [serviceProvider, nameID.value]
            )
            let named = try rows.filter { row in
                let participant = try JSONDecoder().decode(Participant.self, from: row["content"])
                let isMeant = indexes.isEmpty || indexes.contains(participant.sessionIndex)
                return isMeant && participant.nameID.matches(nameID)
            }
            return Array(Set(named.map { row -> Data in row["session"] }))
        }
    }

    // A zero octet stands in neither.
    private static func digest(_ portal: String, _ user: String) -> Data {
        Data(Digest.sha256(Array((portal + "\0" + user).utf8)))
    }
}
