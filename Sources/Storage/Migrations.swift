import GRDB

/// The forms of the store, one behind the other.
///
/// A step that was released is never changed. `user_version` counts the steps done. All of them run in one transaction
/// that holds the write lock, so that the service and the command line may open a new store at the same moment.
enum Migrations {
    /// What SQLite's header says of whose file it is: "DRBW".
    static let applicationID = 0x4452_4257

    static let steps = [
        signOn, logout, associations, audit, metadataUploads, whitelist, partnerCenterIDs, administration, checklist,
        checklistPersons,
    ]

    static func run(_ database: GRDB.Database, path: String) throws {
        let done = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        try requireKnown(database, path: path)
        guard done < steps.count else { return }
        for step in steps.dropFirst(done) { try database.execute(sql: step) }
        try database.execute(sql: "PRAGMA user_version = \(steps.count); PRAGMA application_id = \(applicationID)")
    }

    /// Refuses what a newer version wrote.
    static func requireKnown(_ database: GRDB.Database, path: String) throws {
        let done = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard done <= steps.count else {
            throw StorageError(
                .newer,
                "the store \(path) was written by a newer Drawbridge; install that version or restore a backup"
            )
        }
    }

    /// Leaves the database of another program as it is.
    static func requireOurs(_ database: GRDB.Database, path: String) throws {
        let owner = try Int.fetchOne(database, sql: "PRAGMA application_id")
        if owner == applicationID { return }
        let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
        guard owner == 0, isEmpty else { throw StorageError(notAStore: path) }
    }

    // Times are milliseconds since 1970; identifiers of browsers are kept as SHA-256.
    private static let signOn = """
        CREATE TABLE replay (
            kind TEXT NOT NULL, issuer TEXT NOT NULL, id TEXT NOT NULL, until INTEGER NOT NULL,
            PRIMARY KEY (kind, issuer, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX replay_until ON replay (until);

        CREATE TABLE session (
            id BLOB NOT NULL PRIMARY KEY, content BLOB NOT NULL, until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX session_until ON session (until);

        CREATE TABLE pending_request (
            id BLOB NOT NULL PRIMARY KEY, browser BLOB NOT NULL, content BLOB NOT NULL, until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX pending_request_until ON pending_request (until);

        CREATE TABLE resumption (
            id BLOB NOT NULL PRIMARY KEY, content BLOB NOT NULL, until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX resumption_until ON resumption (until);

        -- AUTOINCREMENT keeps the highest number ever used, so that a missing end shows, too.
        CREATE TABLE ledger (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, content TEXT NOT NULL, chain BLOB NOT NULL
        ) STRICT;
        CREATE INDEX ledger_at ON ledger (at);
        CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        -- INSERT OR REPLACE deletes without asking the trigger above.
        CREATE TRIGGER ledger_no_replace BEFORE INSERT ON ledger
            WHEN EXISTS (SELECT 1 FROM ledger WHERE sequence = NEW.sequence)
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

        CREATE TABLE stage (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, stage TEXT NOT NULL, at INTEGER NOT NULL, person TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER stage_no_update BEFORE UPDATE ON stage
            BEGIN SELECT RAISE(ABORT, 'the history of stages is append-only'); END;
        CREATE TRIGGER stage_no_delete BEFORE DELETE ON stage
            BEGIN SELECT RAISE(ABORT, 'the history of stages is append-only'); END;

        CREATE TABLE signing_key (
            sequence INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL, state TEXT NOT NULL,
            since INTEGER NOT NULL
        ) STRICT;
        """
}
