extension Migrations {
    /// The trail beside the ledger, and the checkpoints behind which old entries of both may be removed.
    static let audit = """
        CREATE TABLE trail (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, content TEXT NOT NULL, chain BLOB NOT NULL
        ) STRICT;
        CREATE INDEX trail_at ON trail (at);
        CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail
            BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
        CREATE TRIGGER trail_no_replace BEFORE INSERT ON trail
            WHEN EXISTS (SELECT 1 FROM trail WHERE sequence = NEW.sequence)
            BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

        -- What a chain was at the last entry that was removed from its beginning.
        CREATE TABLE checkpoint (
            chain TEXT NOT NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL, link BLOB NOT NULL, code TEXT NOT NULL,
            PRIMARY KEY (chain, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint
            BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
        CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint
            BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
        CREATE TRIGGER checkpoint_no_replace BEFORE INSERT ON checkpoint
            WHEN EXISTS (SELECT 1 FROM checkpoint WHERE chain = NEW.chain AND sequence >= NEW.sequence)
            BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;

        DROP TRIGGER ledger_no_delete;
        CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
            WHEN OLD.sequence > coalesce((SELECT max(sequence) FROM checkpoint WHERE chain = 'ledger'), 0)
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail
            WHEN OLD.sequence > coalesce((SELECT max(sequence) FROM checkpoint WHERE chain = 'trail'), 0)
            BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
        """
}
