import GRDB
import Onboarding
import XMLSecurity

/// Recorded hand-offs as rows.
enum HandOffRows {
    /// What they are found by.
    enum Key: String {
        case user
        case account
    }

    static func of(_ key: Key, _ value: String, _ database: GRDB.Database) throws -> [RecordedHandOff] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT user, portal, account, opened, open_until FROM association_hand_off
                        WHERE \(key.rawValue) = ? ORDER BY portal, account, user
                    """
            ),
            arguments: [value]
        ).map { row in
            RecordedHandOff(
                portal: row["portal"],
                user: row["user"],
                account: row["account"],
                firstLoginOpened: (row["opened"] as Int64?).map(Instant.init(milliseconds:)),
                firstLoginUntil: (row["open_until"] as Int64?).map(Instant.init(milliseconds:))
            )
        }
    }

    static func save(_ handOff: RecordedHandOff, _ database: GRDB.Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO association_hand_off (user, portal, account, opened, open_until)
                    VALUES (?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            handOff.user, handOff.portal, handOff.account, handOff.firstLoginOpened?.milliseconds,
            handOff.firstLoginUntil?.milliseconds,
        ])
    }

    static func closeFirstLogin(user: String, at time: Instant, _ database: GRDB.Database) throws {
        try database.cachedStatement(
            sql: "UPDATE association_hand_off SET open_until = min(open_until, ?) WHERE user = ?"
        ).execute(arguments: [time.milliseconds, user])
    }
}
