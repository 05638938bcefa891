import Foundation
import GRDB
import IdentityProvider
import Testing
import XMLSecurity

@testable import Storage

@Suite("The store saved, looked at and put back") struct StoreFileTests {
    private let store: TemporaryStore
    private let saved: String

    init() throws {
        store = try TemporaryStore()
        saved = store.directory.appendingPathComponent("saved").path
    }

    private func filled(_ entries: Int) async throws -> Storage.Database {
        let database = try store.open()
        for number in 0..<entries { try await SQLiteIssuanceLedger(database).append(Sample.entry(number)) }
        return database
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func backup(_ database: Storage.Database, replacing: Bool = false) async throws -> StoreReport {
        try await StoreFile.backup(database, to: saved, replacing: replacing, key: Sample.sealingKey)
    }

    private func restore() throws -> StoreReport {
        try StoreFile.restore(saved, to: store.path, aside: store.path + ".old", key: Sample.sealingKey)
    }

    private func ledger(_ path: String) async throws -> Int {
        try await SQLiteIssuanceLedger(Storage.Database(path: path)).entries(
            since: Instant(milliseconds: 0),
            limit: 1000
        ).count
    }

    @Test("A backup is one private file that holds what was acknowledged")
    func saving() async throws {
        let database = try await filled(3)
        #expect(try await backup(database).chains[.ledger] == .intact(entries: 3))
        #expect(try mode(saved) == 0o600)
        let files = try FileManager.default.contentsOfDirectory(atPath: store.directory.path)
        #expect(files.filter { $0.hasPrefix("saved") } == ["saved"])
        let report = try StoreFile.check(saved, key: Sample.sealingKey)
        #expect(report.isIntact && report.chains.count == 2)
    }

    @Test("While others write, a backup is whole")
    func savingUnderLoad() async throws {
        let database = try await filled(1)
        async let writing = winners(of: 200) { number in
            try await SQLiteIssuanceLedger(database).append(Sample.entry(number))
            return true
        }
        #expect(try await backup(database).isIntact)
        #expect(try await writing == 200)
        #expect(try await SQLiteIssuanceLedger(database).verify() == .intact(entries: 201))
    }

    @Test("A file that is there stays unless it is to be replaced")
    func replacing() async throws {
        let database = try await filled(1)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: saved))
        await #expect(throws: FileError.self) { try await backup(database) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: saved)) == Data("mine".utf8))
        #expect(try await backup(database, replacing: true).isIntact)
    }

    @Test("A store that does not hold is not saved")
    func savingTampered() async throws {
        let database = try await filled(3)
        try store.tamper("DROP TRIGGER ledger_no_delete; DELETE FROM ledger WHERE sequence = 2")
        #expect(try await backup(database).chains[.ledger] == .broken(at: 2, .missing))
        #expect(!FileManager.default.fileExists(atPath: saved))
    }

    @Test("Nothing is restored while anybody has the store open; afterwards the old one is kept aside")
    func restoring() async throws {
        do {
            let database = try await filled(2)
            _ = try await backup(database)
            try await SQLiteIssuanceLedger(database).append(Sample.entry(9))
            let error = #expect(throws: StorageError.self) { try restore() }
            #expect(error?.code == .busy)
            #expect(try await SQLiteIssuanceLedger(database).verify() == .intact(entries: 3))
        }
        #expect(try restore().isIntact)
        #expect(try await ledger(store.path) == 2)
        #expect(try mode(store.path) == 0o600)
        #expect(try await ledger(store.path + ".old") == 3)
    }

    @Test("A store is restored where there is none")
    func restoringFromNothing() async throws {
        do { _ = try await backup(filled(2)) }
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store.path + suffix) }
        #expect(try restore().isIntact)
        #expect(try await ledger(store.path) == 2)
    }

    @Test(
        "A backup that does not hold changes nothing",
        arguments: [
            "DROP TRIGGER ledger_no_update; UPDATE ledger SET at = 0 WHERE sequence = 1",
            "DROP TRIGGER ledger_no_delete; DELETE FROM ledger WHERE sequence = 2",
            "PRAGMA user_version = 1000", "PRAGMA application_id = 1",
        ]
    )
    func restoringTampered(sql: String) async throws {
        do { _ = try await backup(filled(2)) }
        try await DatabaseQueue(path: saved).writeWithoutTransaction { try $0.execute(sql: sql) }
        let before = try Data(contentsOf: URL(fileURLWithPath: store.path))
        #expect((try? restore().isIntact) != true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: store.path)) == before)
        #expect(!FileManager.default.fileExists(atPath: store.path + ".old"))
    }

    @Test("A page that was overwritten, a text and a missing file are told apart from a store")
    func checking() async throws {
        do { _ = try await backup(filled(50)) }
        var octets = try Data(contentsOf: URL(fileURLWithPath: saved))
        octets.replaceSubrange(4096 * 2..<octets.count, with: Data(repeating: 0xFF, count: octets.count - 4096 * 2))
        try octets.write(to: URL(fileURLWithPath: saved))
        #expect((try? StoreFile.check(saved, key: Sample.sealingKey).isIntact) != true)
        try Data("text of some length, for sure".utf8).write(to: URL(fileURLWithPath: saved))
        #expect(throws: StorageError.self) { try StoreFile.check(saved, key: Sample.sealingKey) }
        #expect(throws: StorageError.self) { try StoreFile.check(saved + "-missing", key: Sample.sealingKey) }
    }
}
