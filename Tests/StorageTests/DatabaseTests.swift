import Foundation
import GRDB
import IdentityProvider
import Onboarding
import Testing
import XMLSecurity

@testable import Storage

@Suite("The file of the store") struct DatabaseTests {
    private let store: TemporaryStore

    init() throws {
        store = try TemporaryStore()
    }

    private func code(openingAt path: String) -> StorageError.Code? {
        #expect(throws: StorageError.self) { try Storage.Database(path: path) }?.code
    }

    @Test("Everything is there after the file was opened again")
    func reopening() async throws {
        let id = Sample.id()
        let request = try Sample.pending()
        let key = ReplayKey(.token, issuer: "mall", id: "1")
        let record = KeyRecord(name: "2026", fingerprint: "00", state: .active, since: Sample.now)
        do {
            let database = try store.open()
            try await SQLiteSessionStore(database).save(Sample.session(), as: id, continuing: nil)
            try await SQLiteResumptionStore(database).put(Sample.resumption(), as: id)
            try await SQLitePendingRequestStore(database).park(request)
            #expect(try await SQLiteReplayCache(database).insertIfAbsent(key, until: Sample.now))
            try await SQLiteIssuanceLedger(database).append(Sample.entry())
            try await SQLiteStageStore(database).change(to: .live, at: Sample.now, by: "li", reason: "ready")
            try await SQLiteKeyStore(database).add(record, by: "test")
        }
        let database = try store.open()
        #expect(try await SQLiteSessionStore(database).session(id, at: Sample.now) == Sample.session())
        #expect(try await SQLiteResumptionStore(database).take(id, at: Sample.now) != nil)
        #expect(try await SQLitePendingRequestStore(database).take(request.id, at: Sample.now) == request)
        #expect(try await SQLiteReplayCache(database).insertIfAbsent(key, until: Sample.now) == false)
        let ledger = SQLiteIssuanceLedger(database)
        try await ledger.append(Sample.entry(2))
        #expect(try await ledger.verify() == .intact(entries: 2))
        #expect(try await SQLiteStageStore(database).stage() == .live)
        #expect(try await SQLiteKeyStore(database).keys() == [record])
    }

    @Test("A store of each earlier form is brought to the form of a new one", arguments: 1..<Migrations.steps.count)
    func earlierForm(steps: Int) throws {
        let application = "PRAGMA application_id = \(Migrations.applicationID);"
        let done = Migrations.steps.prefix(steps).joined(separator: ";")
        try store.tamper("\(application) \(done); PRAGMA user_version = \(steps)")
        let fresh = try TemporaryStore()
        _ = try (store.open(), fresh.open())
        let forms = "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema ORDER BY type, name)"
        let form = try #require(try fresh.value(String.self, forms))
        #expect(try store.value(String.self, forms) == form)
    }

    @Test("An acknowledged write is in the files at that moment, as kill -9 leaves them")
    func crash() async throws {
        let database = try store.open()
        let ledger = SQLiteIssuanceLedger(database)
        for number in 0..<20 { try await ledger.append(Sample.entry(number)) }
        let left = try TemporaryStore()
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: store.path + suffix, toPath: left.path + suffix)
        }
        #expect(try await SQLiteIssuanceLedger(try left.open()).verify() == .intact(entries: 20))
    }

    @Test("SQLite waits for the disk before it acknowledges")
    func synchronous() async throws {
        let level = try await store.open().write { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        #expect(level == 2)
    }

    @Test("Two instances on one file see each other, and of both exactly one is told that a key is new")
    func twoInstances() async throws {
        let databases = [try store.open(), try store.open()]
        try await SQLiteStageStore(databases[0]).change(to: .closed, at: Sample.now, by: "li", reason: "maintenance")
        #expect(try await SQLiteStageStore(databases[1]).stage() == .closed)

        let key = ReplayKey(.request, issuer: "sp", id: "_1")
        let count = try await winners(of: 100) { number in
            try await SQLiteIssuanceLedger(databases[number % 2]).append(Sample.entry(number))
            return try await SQLiteReplayCache(databases[number % 2]).insertIfAbsent(key, until: Sample.now)
        }
        #expect(count == 1)
        #expect(try await SQLiteIssuanceLedger(databases[0]).verify() == .intact(entries: 100))
    }

    @Test("Many instances may open a new file at the same moment")
    func openingTogether() async throws {
        let store = store
        let opened = try await winners(of: 8) { _ in
            _ = try store.open()
            return true
        }
        #expect(opened == 8)
    }

    @Test("A write that fails takes no other with it")
    func failingWrite() async throws {
        let database = try store.open()
        let requests = SQLitePendingRequestStore(database)
        let request = try Sample.pending()
        try await requests.park(request)
        let cache = SQLiteReplayCache(database)
        let parked = try await winners(of: 100) { number in
            if number.isMultiple(of: 2) {
                let key = ReplayKey(.request, issuer: "sp", id: "\(number)")
                return try await cache.insertIfAbsent(key, until: Sample.now)
            }
            return (try? await requests.park(request)) != nil
        }
        #expect(parked == 50)
        #expect(try store.value(Int.self, "SELECT count(*) FROM replay") == 50)
    }

    @Test("A store that another process keeps locked is a fault of its own, and works again afterwards")
    func locked() async throws {
        let ledger = SQLiteIssuanceLedger(try Storage.Database(path: store.path, busyTimeout: 0))
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: store.path, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let error = await #expect(throws: StorageError.self) { try await ledger.append(Sample.entry()) }
        #expect(error?.code == .busy)
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try await ledger.append(Sample.entry())
        #expect(try await ledger.verify() == .intact(entries: 1))
    }

    @Test("On a full disk every entry that was acknowledged is there, and no other")
    func fullDisk() async throws {
        let database = try store.open()
        let ledger = SQLiteIssuanceLedger(database)
        try await database.write { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
        }
        let acknowledged = try await winners(of: 100) { number in
            do {
                try await ledger.append(Sample.entry(number))
                return true
            } catch let error as StorageError {
                #expect(error.code == .full)
                return false
            }
        }
        #expect(acknowledged < 100)
        #expect(try await ledger.verify() == .intact(entries: acknowledged))
    }

    @Test("A write is done even when its task is cancelled")
    func cancellation() async throws {
        let ledger = SQLiteIssuanceLedger(try store.open())
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            try await ledger.append(Sample.entry())
        }
        task.cancel()
        try await task.value
        #expect(try await ledger.verify() == .intact(entries: 1))
    }

    @Test("Nobody else may read the files", arguments: ["", "-wal", "-shm"])
    func modes(suffix: String) async throws {
        let database = try store.open()
        try await SQLiteIssuanceLedger(database).append(Sample.entry())
        #expect(try store.mode(suffix) == 0o600)
    }

    @Test("A file that others could read is made private")
    func tightening() throws {
        _ = try store.open()
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: store.path)
        let database = try store.open()
        #expect(try store.mode() == 0o600)
        withExtendedLifetime(database) {}
    }

    @Test("The file holds no id that opens anything, only digests")
    func digestsOnly() async throws {
        let database = try store.open()
        let session = Sample.id()
        let resumption = Sample.id()
        let request = try Sample.pending()
        try await SQLiteSessionStore(database).save(Sample.session(), as: session, continuing: nil)
        try await SQLiteResumptionStore(database).put(Sample.resumption(), as: resumption)
        try await SQLitePendingRequestStore(database).park(request)
        for suffix in ["", "-wal"] {
            let octets = try Data(contentsOf: URL(fileURLWithPath: store.path + suffix))
            for id in [session, resumption, request.id] {
                #expect(octets.range(of: Data(id.text.utf8)) == nil)
            }
        }
        #expect(try store.value(Data.self, "SELECT id FROM session") == Data(session.digest))
    }

    @Test("More expired rows than one turn takes are all purged")
    func purgingMany() async throws {
        let database = try store.open()
        try store.tamper(
            """
            WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 2500)
            INSERT INTO replay SELECT 'request', 'sp', n, n FROM number
            """
        )
        let housekeeping = SQLiteHousekeeping(database)
        #expect(try await housekeeping.purge(before: Instant(milliseconds: 2400)) == 2400)
        #expect(try store.value(Int.self, "SELECT count(*) FROM replay") == 100)
    }

    @Test("A file that is no database is refused and left as it is")
    func notADatabase() throws {
        let text = Data(String(repeating: "not a database ", count: 100).utf8)
        try text.write(to: URL(fileURLWithPath: store.path))
        let before = try store.mode()
        #expect(code(openingAt: store.path) == .notAStore)
        #expect(try Data(contentsOf: URL(fileURLWithPath: store.path)) == text)
        #expect(try store.mode() == before)
    }

    @Test("The database of another program is refused and left as it is")
    func foreignDatabase() throws {
        try store.tamper("CREATE TABLE bookmark (url TEXT)")
        let before = try Data(contentsOf: URL(fileURLWithPath: store.path))
        #expect(code(openingAt: store.path) == .notAStore)
        #expect(try Data(contentsOf: URL(fileURLWithPath: store.path)) == before)
    }

    @Test("The store of a newer version is refused")
    func newer() throws {
        _ = try store.open()
        try store.tamper("PRAGMA user_version = 1000")
        #expect(code(openingAt: store.path) == .newer)
    }

    @Test("A directory that is not there, or a directory in the file's place, is named in the fault")
    func unwritable() throws {
        let missing = store.directory.appendingPathComponent("missing")
        let error = #expect(throws: StorageError.self) {
            try Storage.Database(path: missing.appendingPathComponent("store.sqlite").path)
        }
        #expect(error?.code == .unwritable)
        #expect(error?.description.contains(missing.path) == true)
        #expect(code(openingAt: store.directory.path) == .unwritable)
    }

    @Test("Content that cannot be read is a fault that names the file, not an absent session")
    func damagedContent() async throws {
        let id = Sample.id()
        let sessions = SQLiteSessionStore(try store.open())
        try await sessions.save(Sample.session(), as: id, continuing: nil)
        try store.tamper("UPDATE session SET content = x'7b'")
        let error = await #expect(throws: StorageError.self) { try await sessions.session(id, at: Sample.now) }
        #expect(error?.code == .damaged)
        #expect(error?.description.contains(store.path) == true)
        #expect(error?.description.contains("zhang") == false)
    }

    @Test("A stage that this version does not know admits nobody")
    func unknownStage() async throws {
        let stages = SQLiteStageStore(try store.open())
        try store.tamper("INSERT INTO stage (stage, at, person, reason) VALUES ('rehearsal', 0, '', '')")
        #expect(try await stages.stage() == .closed)
    }
}
