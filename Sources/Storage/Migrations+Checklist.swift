extension Migrations {
    /// Runs, who answers for what, and the files that persons vouch with.
    static let checklist = """
        CREATE TABLE checklist_run (
            number INTEGER PRIMARY KEY AUTOINCREMENT, stage TEXT NOT NULL, at INTEGER NOT NULL, content TEXT NOT NULL
        ) STRICT;
        CREATE TABLE checklist_waiver (
            sequence INTEGER PRIMARY KEY, rule TEXT NOT NULL, content TEXT NOT NULL
        ) STRICT;
        CREATE TABLE checklist_file (
            sha256 TEXT NOT NULL PRIMARY KEY, content BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE checklist_attachment (
            sequence INTEGER PRIMARY KEY, rule TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL
                REFERENCES checklist_file (sha256), person TEXT NOT NULL, at INTEGER NOT NULL
        ) STRICT;
        """

    /// What proves who attached a file: the role of the operator token, none for a name alone, and the system's user.
    static let checklistPersons = """
        ALTER TABLE checklist_attachment ADD COLUMN role TEXT;
        ALTER TABLE checklist_attachment ADD COLUMN system_user TEXT;
        """
}
