import Foundation
import GRDB
public import Onboarding
public import XMLSecurity

/// Notifications that changed nothing, encrypted with a key that is not in the store.
public struct SQLiteNotificationArchive: NotificationArchive {
    private struct Content: Codable {
        let fields: KeptNotification.Fields
        let cause: String
    }

    private let database: Database
    private let key: SealingKey
    private let randomness: Randomness

    /// Makes the port.
    public init(_ database: Database, key: SealingKey, randomness: Randomness = .openSSL) {
        self.database = database
        self.key = key
        self.randomness = randomness
    }

    /// Keeps a notification.
    public func keep(_ notification: KeptNotification, isVerified: Bool) async throws -> Bool {
        let content = try JSONEncoder().encode(Content(fields: notification.fields, cause: notification.cause))
        let digest = notification.digest
        let sealed = Data(key.seal(Array(content), context: digest, randomness: randomness))
        return try await database.write { database in
            if !isVerified, try isFull(database, except: digest) { return false }
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO association_notification (digest, sealed, verified, received, until)
                        VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Data(digest), sealed, isVerified, notification.received.milliseconds,
                    notification.received.adding(seconds: KeptNotification.lifetime).milliseconds,
                ]
            )
            return true
        }
    }

    /// What is kept; one that the key does not open is a fault, for nobody else writes them.
    public func kept(at now: Instant) async throws -> [KeptNotification] {
        let rows = try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT digest, sealed, received FROM association_notification WHERE until > ?
                        ORDER BY received, digest
                    """,
                arguments: [now.milliseconds]
            ).map { (digest: $0["digest"] as Data, sealed: $0["sealed"] as Data, received: $0["received"] as Int64) }
        }
        return try rows.map { row in
            guard let plain = key.open(Array(row.sealed), context: Array(row.digest)) else {
                throw StorageError(
                    .damaged,
                    "a kept notification cannot be decrypted; restore the key file that it was kept with"
                )
            }
            let content = try JSONDecoder().decode(Content.self, from: Data(plain))
            let received = Instant(milliseconds: row.received)
            return KeptNotification(content.fields, cause: content.cause, received: received)
        }
    }

    /// Forgets one.
    public func remove(_ notification: KeptNotification) async throws {
        let digest = Data(notification.digest)
        try await database.write { database in
            try database.execute(sql: "DELETE FROM association_notification WHERE digest = ?", arguments: [digest])
        }
    }

    private func isFull(_ database: GRDB.Database, except digest: [UInt8]) throws -> Bool {
        let count = try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM association_notification WHERE verified = 0 AND digest <> ?",
            arguments: [Data(digest)]
        )
        return (count ?? 0) >= KeptNotification.mostUnverified
    }
}
