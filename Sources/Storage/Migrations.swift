import GRDB

/// The forms of the store, one behind the other. A migration that was released is never changed.
enum Migrations {
    static func run(on writer: any DatabaseWriter) throws {
        let migrator = migrator
        let isNewer = try writer.read { try migrator.hasBeenSuperseded($0) }
        guard !isNewer else {
            throw StorageError(
                .newer,
                "the store was written by a newer Drawbridge; install that version or restore a backup"
            )
        }
        try migrator.migrate(writer)
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 sign-on") { database in
            try database.execute(sql: signOn)
        }
        return migrator
    }

    // Times are milliseconds since 1970; identifiers of browsers are kept as SHA-256.
    private static let signOn = """
        CREATE TABLE replay (
            kind TEXT NOT NULL, issuer TEXT NOT NULL, id TEXT NOT NULL, until INTEGER NOT NULL,
            PRIMARY KEY (kind, issuer, id)
        ) WITHOUT ROWID;
        CREATE INDEX replay_until ON replay (until);

        CREATE TABLE session (
            id BLOB PRIMARY KEY, content BLOB NOT NULL, until INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX session_until ON session (until);

        CREATE TABLE pending_request (
            id BLOB PRIMARY KEY, browser BLOB NOT NULL, content BLOB NOT NULL, until INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX pending_request_until ON pending_request (until);

        CREATE TABLE resumption (
            id BLOB PRIMARY KEY, content BLOB NOT NULL, until INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX resumption_until ON resumption (until);

        CREATE TABLE ledger (
            sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, content BLOB NOT NULL, chain BLOB NOT NULL
        );
        CREATE INDEX ledger_at ON ledger (at);
        CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

        CREATE TABLE stage (
            sequence INTEGER PRIMARY KEY, stage TEXT NOT NULL, at INTEGER NOT NULL, person TEXT NOT NULL,
            reason TEXT NOT NULL
        );

        CREATE TABLE signing_key (
            sequence INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL, state TEXT NOT NULL,
            since INTEGER NOT NULL
        );
        """
}
