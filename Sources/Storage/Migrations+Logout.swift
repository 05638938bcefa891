extension Migrations {
    // A participant outlives the session row: the SP keeps its own session for hours. `customer` is the SHA-256 of portal
    // and user, by which the portal ends all sessions of a user.
    static let logout = """
        ALTER TABLE session ADD COLUMN customer BLOB;
        ALTER TABLE session ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX session_customer ON session (customer);

        CREATE TABLE participant (
            sp TEXT NOT NULL, session_index TEXT NOT NULL, name TEXT NOT NULL, session BLOB NOT NULL,
            customer BLOB NOT NULL, content BLOB NOT NULL, until INTEGER NOT NULL,
            PRIMARY KEY (sp, session_index)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX participant_name ON participant (sp, name);
        CREATE INDEX participant_session ON participant (session);
        CREATE INDEX participant_customer ON participant (customer);
        CREATE INDEX participant_until ON participant (until);

        CREATE TABLE logout (
            id BLOB NOT NULL PRIMARY KEY, content BLOB NOT NULL, until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX logout_until ON logout (until);
        """
}
