import Foundation
import GRDB

/// The store: one SQLite file in WAL mode, behind every port of this module.
public struct Database: Sendable {
    let writer: any DatabaseWriter

    /// Opens the file, makes it when there is none, and brings it to this version's form.
    /// - Parameter path: the file; beside it SQLite keeps `-wal` and `-shm`.
    /// - Throws: ``StorageError`` with what to do about it.
    public init(path: String) throws {
        try Self.requireWritableDirectory(of: path)
        try Self.createPrivately(path)
        var configuration = Configuration()
        // Another process may be writing: the command line beside the service.
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // FULL, not WAL's usual NORMAL: an acknowledged write survives a power failure, too (design 12).
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try Migrations.run(on: pool)
            writer = pool
        } catch let error as DatabaseError {
            throw StorageError(opening: path, error)
        }
    }

    // SQLite gives -wal and -shm the mode of the database, so that the mode is right from the first byte on.
    private static func createPrivately(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: attributes) else {
            throw StorageError(.unwritable, "the store \(path) cannot be created; check the directory's owner and mode")
        }
    }

    private static func requireWritableDirectory(of path: String) throws {
        let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: directory) else {
            throw StorageError(
                .unwritable,
                "the directory \(directory) of the store is not writable; create it or set `store` to another file"
            )
        }
    }
}
