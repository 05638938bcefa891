import Foundation
import GRDB
import Storage

/// A store in a directory of its own that goes when the value goes.
final class TemporaryStore: Sendable {
    let directory: URL

    var path: String { directory.appendingPathComponent("drawbridge.sqlite").path }

    init() throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("storage-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
    }

    func open() throws -> Storage.Database { try Storage.Database(path: path) }

    /// What somebody with the file and an SQL shell can do.
    func tamper(_ sql: String) throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// The first value of a query by another connection.
    func value<Value: DatabaseValueConvertible & Sendable>(_ type: Value.Type, _ sql: String) throws -> Value? {
        try DatabaseQueue(path: path).read { try Value.fetchOne($0, sql: sql) }
    }

    func mode(_ suffix: String = "") throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
}
