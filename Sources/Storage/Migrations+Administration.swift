extension Migrations {
    /// Operators, of whose tokens only digests are kept; answers that are given again; and how enrolled accounts are counted.
    static let administration = """
        CREATE TABLE operator (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, portal TEXT, token BLOB NOT NULL UNIQUE,
            since INTEGER NOT NULL, until INTEGER NOT NULL, added_by TEXT NOT NULL, revoked INTEGER
        ) STRICT;
        -- A token that was revoked stays so, and nobody's history is lost: "first" means the first ever.
        CREATE TRIGGER operator_no_delete BEFORE DELETE ON operator
            BEGIN SELECT RAISE(ABORT, 'operators are revoked, not removed'); END;
        CREATE TRIGGER operator_revoked_once BEFORE UPDATE ON operator
            WHEN OLD.revoked IS NOT NULL OR NEW.revoked IS NULL OR NEW.token <> OLD.token OR NEW.role <> OLD.role
            BEGIN SELECT RAISE(ABORT, 'an operator is only ever revoked'); END;

        CREATE TABLE kept_answer (
            operator INTEGER NOT NULL, key TEXT NOT NULL, request BLOB NOT NULL, answer TEXT, until INTEGER NOT NULL,
            PRIMARY KEY (operator, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kept_answer_until ON kept_answer (until);

        CREATE INDEX whitelist_revision_action ON whitelist_revision (stage, action, at);
        """
}
