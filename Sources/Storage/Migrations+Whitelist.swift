extension Migrations {
    /// The whitelists: every version of every entry, the present one, and the revisions that made them.
    ///
    /// Persons are kept once, for a million entries may come from one file.
    static let whitelist = """
        CREATE TABLE whitelist_person (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, is_proved INTEGER NOT NULL, system_user TEXT NOT NULL,
            UNIQUE (name, is_proved, system_user)
        ) STRICT;

        CREATE TABLE whitelist_revision (
            stage TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, action TEXT NOT NULL,
            author INTEGER NOT NULL, approvers TEXT NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY (stage, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER whitelist_revision_no_update BEFORE UPDATE ON whitelist_revision
            BEGIN SELECT RAISE(ABORT, 'the history of the whitelist is append-only'); END;
        CREATE TRIGGER whitelist_revision_no_delete BEFORE DELETE ON whitelist_revision
            BEGIN SELECT RAISE(ABORT, 'the history of the whitelist is append-only'); END;

        CREATE TABLE whitelist_entry (
            id INTEGER PRIMARY KEY, stage TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, terms TEXT,
            state TEXT NOT NULL, valid_from INTEGER, valid_until INTEGER, author INTEGER NOT NULL,
            approvals TEXT NOT NULL, revision INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX whitelist_entry_subject ON whitelist_entry (stage, kind, subject)
            WHERE state <> 'retired';
        CREATE INDEX whitelist_entry_revision ON whitelist_entry (stage, revision);

        CREATE TABLE whitelist_version (
            stage TEXT NOT NULL, revision INTEGER NOT NULL, entry INTEGER NOT NULL, terms TEXT, state TEXT NOT NULL,
            valid_from INTEGER, valid_until INTEGER, author INTEGER NOT NULL, approvals TEXT NOT NULL,
            PRIMARY KEY (stage, revision, entry)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX whitelist_version_entry ON whitelist_version (entry, revision);
        CREATE TRIGGER whitelist_version_no_update BEFORE UPDATE ON whitelist_version
            BEGIN SELECT RAISE(ABORT, 'the history of the whitelist is append-only'); END;
        CREATE TRIGGER whitelist_version_no_delete BEFORE DELETE ON whitelist_version
            BEGIN SELECT RAISE(ABORT, 'the history of the whitelist is append-only'); END;
        """
}
