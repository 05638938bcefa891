extension Migrations {
    /// Associations, the hand-offs that attribute notifications, what is kept of those, and messages to portals.
    static let associations = """
        CREATE TABLE association (
            account TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL, source TEXT NOT NULL, cloud_id TEXT,
            cloud_name TEXT, since INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE association_change (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, content TEXT NOT NULL
        ) STRICT;
        CREATE INDEX association_change_account ON association_change (account, sequence);
        CREATE TRIGGER association_change_no_update BEFORE UPDATE ON association_change
            BEGIN SELECT RAISE(ABORT, 'the history of associations is append-only'); END;
        CREATE TRIGGER association_change_no_delete BEFORE DELETE ON association_change
            BEGIN SELECT RAISE(ABORT, 'the history of associations is append-only'); END;

        CREATE TABLE association_hand_off (
            user TEXT NOT NULL, portal TEXT NOT NULL, account TEXT NOT NULL, opened INTEGER, open_until INTEGER,
            PRIMARY KEY (user, portal, account)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX association_hand_off_account ON association_hand_off (account);

        CREATE TABLE association_notification (
            digest BLOB NOT NULL PRIMARY KEY, sealed BLOB NOT NULL, verified INTEGER NOT NULL,
            received INTEGER NOT NULL, until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX association_notification_until ON association_notification (until);

        CREATE TABLE webhook_delivery (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, portal TEXT NOT NULL, content TEXT NOT NULL,
            state TEXT NOT NULL, attempts INTEGER NOT NULL, due INTEGER NOT NULL, fault TEXT, until INTEGER
        ) STRICT;
        CREATE INDEX webhook_delivery_due ON webhook_delivery (due) WHERE state = 'waiting';
        CREATE INDEX webhook_delivery_until ON webhook_delivery (until);
        """
}
