extension Migrations {
    /// What was uploaded to Partner Center; a fingerprint a line, in the order of the file.
    static let metadataUploads = """
        CREATE TABLE metadata_upload (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL, fingerprints TEXT NOT NULL,
            at INTEGER NOT NULL, person TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER metadata_upload_no_update BEFORE UPDATE ON metadata_upload
            BEGIN SELECT RAISE(ABORT, 'the history of uploads is append-only'); END;
        CREATE TRIGGER metadata_upload_no_delete BEFORE DELETE ON metadata_upload
            BEGIN SELECT RAISE(ABORT, 'the history of uploads is append-only'); END;
        """
}
