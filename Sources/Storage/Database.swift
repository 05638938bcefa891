import Foundation
import GRDB

/// The store: one SQLite file in WAL mode, behind every port of this module.
public struct Database: Sendable {
    // How long a write waits for another process: the command line beside the service, a backup.
    private static let busyTimeout: Double = 5

    let path: String
    private let pool: DatabasePool
    private let writes: GroupCommit

    /// Opens the file, makes it when there is none, and brings it to this version's form.
    /// - Parameter path: the file; beside it SQLite keeps `-wal` and `-shm`.
    /// - Throws: ``StorageError`` with what to do about it.
    public init(path: String) throws {
        try self.init(path: path, busyTimeout: Self.busyTimeout)
    }

    init(path: String, busyTimeout: Double) throws {
        try Self.requireWritableDirectory(of: path)
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeout)
        configuration.prepareDatabase { database in
            guard !database.configuration.readonly else { return }
            try Migrations.requireOurs(database, path: path)
            try Self.makePrivate(path)
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // FULL, so that an acknowledged write survives a power failure, too (design 12). After opening, not in
            // `prepareDatabase`: GRDB sets NORMAL when it turns WAL on, which comes later.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try pool.write { try Migrations.run($0, path: path) }
        } catch let error as DatabaseError {
            throw StorageError(path: path, error)
        }
        writes = GroupCommit(pool)
        self.path = path
    }

    /// Reads what was committed before, while others write.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (GRDB.Database) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.read(body)
        } catch {
            throw fault(error)
        }
    }

    /// Writes all or nothing; what it wrote is on disk when it returns.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (GRDB.Database) throws -> Value
    ) async throws -> Value {
        do {
            return try await writes.run(body)
        } catch {
            throw fault(error)
        }
    }

    /// Copies what was committed before, while others write.
    func copy(to other: DatabaseQueue) throws {
        try pool.backup(to: other)
    }

    private func fault(_ error: any Error) -> any Error {
        switch error {
        case let error as DatabaseError: StorageError(path: path, error)
        case is DecodingError: StorageError(damaged: path)
        default: error
        }
    }

    // SQLite creates the file with the process's umask and gives -wal and -shm the mode of the file. This runs on the
    // empty file, before anything is written and before there is a -wal; the other two are left by older processes.
    private static func makePrivate(_ path: String) throws {
        for file in [path, path + "-wal", path + "-shm"] where FileManager.default.fileExists(atPath: file) {
            do {
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            } catch {
                throw StorageError(
                    .unwritable,
                    "the store \(file) cannot be made private; it must belong to the user that runs Drawbridge"
                )
            }
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
