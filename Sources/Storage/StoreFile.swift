import Foundation
import GRDB
public import IdentityProvider
import XMLSecurity

/// The store as one file: saved, looked at, put back.
public enum StoreFile: Sendable {
    /// Saves the store into one file, online: services go on writing.
    /// - Parameters:
    ///   - database: the store.
    ///   - path: the file.
    ///   - replacing: whether a file that is there is replaced.
    ///   - key: what checkpoints are sealed with.
    /// - Returns: what was verified; a copy that does not hold is not put in its place.
    /// - Throws: ``StorageError`` or ``FileError``.
    public static func backup(
        _ database: Database,
        to path: String,
        replacing: Bool,
        key: ChainSealKey
    ) async throws -> StoreReport {
        let temporary = path + ".new-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        return try guarding(path) {
            try write(temporary) { try database.copy(to: $0) }
            let report = try look(at: temporary, key)
            if report.isIntact { try AtomicFile.move(temporary, to: path, replacing: replacing) }
            return report
        }
    }

    /// Looks at a file that holds a store.
    public static func check(_ path: String, key: ChainSealKey) throws -> StoreReport {
        try guarding(path) { try look(at: path, key) }
    }

    /// Puts a saved store in the place of the store, which is kept under another name.
    /// - Parameters:
    ///   - backup: the saved file.
    ///   - path: the store.
    ///   - aside: where the store that is there goes.
    ///   - key: what checkpoints are sealed with.
    /// - Returns: what was verified; a backup that does not hold changes nothing.
    /// - Throws: ``StorageError`` or ``FileError``; `busy` while another process has the store open.
    public static func restore(_ backup: String, to path: String, aside: String, key: ChainSealKey) throws
        -> StoreReport
    {
        let temporary = path + ".new-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        let source = try guarding(backup) { try openedForReading(backup) }
        try guarding(path) { try write(temporary) { try source.backup(to: $0) } }
        let report = try guarding(backup) { try look(at: temporary, key) }
        guard report.isIntact else { return report }
        guard FileManager.default.fileExists(atPath: path) else {
            try AtomicFile.move(temporary, to: path, replacing: false)
            return report
        }
        try exclusively(path) {
            try AtomicFile.move(path, to: aside, replacing: false)
            try AtomicFile.move(temporary, to: path, replacing: false)
        }
        return report
    }

    // Private from its first octet on, and one file: without a write-ahead log beside it.
    private static func write(_ path: String, _ copy: (DatabaseQueue) throws -> Void) throws {
        try AtomicFile.write([], to: path, mode: .secret, replacing: true)
        let queue = try DatabaseQueue(path: path)
        try copy(queue)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try queue.close()
    }

    private static func openedForReading(_ path: String) throws -> DatabaseQueue {
        guard FileManager.default.fileExists(atPath: path) else {
            throw StorageError(.absent, "there is no file \(path); give the file that `drawbridge store backup` wrote")
        }
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func look(at path: String, _ key: ChainSealKey) throws -> StoreReport {
        try openedForReading(path).read { database in
            guard try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0 > 0 else {
                throw StorageError(notAStore: path)
            }
            try Migrations.requireOurs(database, path: path)
            try Migrations.requireKnown(database, path: path)
            let found = try String.fetchAll(database, sql: "PRAGMA integrity_check")
            guard found == ["ok"] else { return StoreReport(damage: found, chains: [:]) }
            var chains: [AuditChain: ChainVerdict] = [:]
            if try database.tableExists("checkpoint") {
                for chain in AuditChain.allCases {
                    chains[chain] = try HashChain(chain: chain).verify(database, with: key)
                }
            }
            return StoreReport(damage: [], chains: chains)
        }
    }

    // Whoever has a store open in WAL mode holds a shared lock on it; SQLite leaves that mode only where nobody does.
    // The exclusive lock keeps a service from starting on the old file meanwhile.
    private static func exclusively(_ path: String, _ body: () throws -> Void) throws {
        try guarding(path) {
            var configuration = Configuration()
            configuration.busyMode = .immediateError
            configuration.allowsUnsafeTransactions = true
            try DatabaseQueue(path: path, configuration: configuration).writeWithoutTransaction { database in
                try Migrations.requireOurs(database, path: path)
                guard try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE") == "delete" else {
                    throw DatabaseError(resultCode: .SQLITE_BUSY)
                }
                try database.execute(sql: "BEGIN EXCLUSIVE")
                defer { try? database.execute(sql: "ROLLBACK") }
                try body()
            }
        }
    }

    private static func guarding<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
            throw StorageError(.busy, "the store \(path) is in use; stop the service (drawbridge serve) and try again")
        } catch let error as DatabaseError {
            throw StorageError(path: path, error)
        }
    }
}
