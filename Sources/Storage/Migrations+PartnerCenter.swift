extension Migrations {
    /// The ids that Partner Center shows, as they were recorded; the last of a kind counts.
    static let partnerCenterIDs = """
        CREATE TABLE partner_center_id (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, value TEXT NOT NULL, at INTEGER NOT NULL,
            person TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER partner_center_id_no_update BEFORE UPDATE ON partner_center_id
            BEGIN SELECT RAISE(ABORT, 'the history of ids is append-only'); END;
        CREATE TRIGGER partner_center_id_no_delete BEFORE DELETE ON partner_center_id
            BEGIN SELECT RAISE(ABORT, 'the history of ids is append-only'); END;
        """
}
