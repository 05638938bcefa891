import GRDB
import IdentityProvider
import Onboarding
import Testing
import XMLSecurity

@testable import Storage

@Suite("Tampering with either chain") struct ChainTamperingTests {
    /// What somebody does who has the file, an SQL shell, and no respect for triggers; `%T` is the table.
    struct Deed: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let sql: String
        let verdict: ChainVerdict

        init(_ description: String, _ sql: String, _ verdict: ChainVerdict) {
            testDescription = description
            self.sql = sql
            self.verdict = verdict
        }
    }

    static let deeds = [
        Deed("a link is changed", "UPDATE %T SET chain = zeroblob(32) WHERE sequence = 5", .broken(at: 5, .altered)),
        Deed(
            "content is changed",
            "UPDATE %T SET content = content || ' ' WHERE sequence = 3",
            .broken(at: 3, .altered)
        ),
        Deed("a time is changed", "UPDATE %T SET at = at + 1 WHERE sequence = 2", .broken(at: 2, .altered)),
        Deed("the first is removed", "DELETE FROM %T WHERE sequence = 1", .broken(at: 1, .missing)),
        Deed("one in the middle is removed", "DELETE FROM %T WHERE sequence = 3", .broken(at: 3, .missing)),
        Deed("the last is removed", "DELETE FROM %T WHERE sequence = 5", .broken(at: 5, .cutOff)),
        Deed("all are removed", "DELETE FROM %T", .broken(at: 1, .cutOff)),
        Deed(
            "one is removed and the rest renumbered",
            "DELETE FROM %T WHERE sequence = 3; UPDATE %T SET sequence = sequence - 1 WHERE sequence > 3",
            .broken(at: 3, .altered)
        ),
        Deed(
            "two change places",
            """
            UPDATE %T SET sequence = 100 WHERE sequence = 2; UPDATE %T SET sequence = 2 WHERE sequence = 3;
            UPDATE %T SET sequence = 3 WHERE sequence = 100;
            """,
            .broken(at: 2, .altered)
        ),
        Deed(
            "one is put in at the end",
            "INSERT INTO %T (at, content, chain) SELECT at, content, chain FROM %T WHERE sequence = 5",
            .broken(at: 6, .altered)
        ),
        Deed(
            "one is put in at the beginning",
            "INSERT INTO %T (sequence, at, content, chain) SELECT 0, at, content, chain FROM %T WHERE sequence = 1",
            .broken(at: 0, .behindCheckpoint)
        ),
        Deed(
            "a checkpoint of nobody hides the beginning",
            """
            INSERT INTO checkpoint SELECT '%T', sequence, at, chain, 'ff' FROM %T WHERE sequence = 2;
            DELETE FROM %T WHERE sequence <= 2
            """,
            .broken(at: 2, .checkpoint)
        ),
    ]

    private func store(of chain: AuditChain, entries: Int) async throws -> (TemporaryStore, Storage.Database) {
        let store = try TemporaryStore()
        let database = try store.open()
        for number in 0..<entries { try await append(number, to: chain, of: database) }
        return (store, database)
    }

    private func append(_ number: Int, to chain: AuditChain, of database: Storage.Database) async throws {
        let at = Sample.now.adding(seconds: Int64(number))
        switch chain {
        case .ledger: try await SQLiteIssuanceLedger(database).append(Sample.entry(number, at: at))
        case .trail: try await SQLiteAuditTrail(database).append(Sample.refusal(number, at: at))
        }
    }

    private func tamper(_ store: TemporaryStore, _ chain: AuditChain, _ sql: String) throws {
        let triggers = ["update", "delete", "replace"].map { "DROP TRIGGER %T_no_\($0);" }.joined()
        let all = triggers + "DROP TRIGGER checkpoint_no_update; DROP TRIGGER checkpoint_no_delete;" + sql
        try store.tamper(all.replacing("%T", with: chain.rawValue))
    }

    private func verdict(
        _ database: Storage.Database,
        _ chain: AuditChain,
        _ seals: [ChainSeal] = []
    ) async throws -> ChainVerdict {
        try await SQLiteAuditArchive(database).verify(chain, with: Sample.sealingKey, against: seals)
    }

    @Test("What is changed behind SQLite's back shows where it begins", arguments: AuditChain.allCases, deeds)
    func detected(chain: AuditChain, deed: Deed) async throws {
        let (store, database) = try await store(of: chain, entries: 5)
        #expect(try await verdict(database, chain) == .intact(entries: 5))
        try tamper(store, chain, deed.sql)
        #expect(try await verdict(database, chain) == deed.verdict)
    }

    @Test("An end that was removed still shows after more was appended", arguments: AuditChain.allCases)
    func removedEnd(chain: AuditChain) async throws {
        let (store, database) = try await store(of: chain, entries: 5)
        try tamper(store, chain, "DELETE FROM %T WHERE sequence >= 4")
        try await append(6, to: chain, of: database)
        #expect(try await verdict(database, chain) == .broken(at: 4, .missing))
    }

    @Test(
        "Behind a checkpoint, too",
        arguments: [
            ("UPDATE checkpoint SET sequence = 3", ChainVerdict.broken(at: 3, .checkpoint)),
            ("UPDATE checkpoint SET link = zeroblob(32)", .broken(at: 2, .checkpoint)),
            ("UPDATE checkpoint SET code = replace(code, 'a', 'b') || 'c'", .broken(at: 2, .checkpoint)),
            ("UPDATE checkpoint SET at = at + 1", .broken(at: 2, .checkpoint)),
            ("DELETE FROM checkpoint", .broken(at: 1, .missing)),
            ("DELETE FROM %T WHERE sequence = 3", .broken(at: 3, .missing)),
            ("DELETE FROM %T", .broken(at: 3, .cutOff)),
            (
                "INSERT INTO %T (sequence, at, content, chain) SELECT 2, at, content, chain FROM %T WHERE sequence = 3",
                .broken(at: 2, .behindCheckpoint)
            ),
        ]
    )
    func checkpoint(sql: String, expected: ChainVerdict) async throws {
        let (store, database) = try await store(of: .ledger, entries: 5)
        let end = Sample.now.adding(seconds: 2)
        let archive = SQLiteAuditArchive(database)
        #expect(try await archive.retain(.ledger, since: end, with: Sample.sealingKey, at: Sample.now) == 2)
        #expect(try await verdict(database, .ledger) == .intact(entries: 3))
        try tamper(store, .ledger, sql)
        #expect(try await verdict(database, .ledger) == expected)
    }

    @Test("A chain that was computed anew, or cut off with its counter, shows by a seal kept elsewhere")
    func rewritten() async throws {
        let (first, database) = try await store(of: .ledger, entries: 5)
        let seal = try await SQLiteAuditArchive(database).seal(.ledger, with: Sample.sealingKey, at: Sample.now)
        let (second, other) = try await store(of: .ledger, entries: 0)
        for number in 10..<16 { try await append(number, to: .ledger, of: other) }
        #expect(try await verdict(other, .ledger) == .intact(entries: 6))
        #expect(try await verdict(other, .ledger, [seal]) == .broken(at: 5, .rewritten))
        let (third, shorter) = try await store(of: .ledger, entries: 3)
        #expect(try await verdict(shorter, .ledger) == .intact(entries: 3))
        #expect(try await verdict(shorter, .ledger, [seal]) == .broken(at: 4, .cutOff))
        withExtendedLifetime((first, second, third)) {}
    }

    @Test(
        "SQLite refuses to change the trail and the checkpoints",
        arguments: [
            "UPDATE trail SET at = 0", "DELETE FROM trail WHERE sequence = 3",
            "INSERT OR REPLACE INTO trail SELECT 4, at, content, chain FROM trail WHERE sequence = 3",
            "UPDATE checkpoint SET link = zeroblob(32)", "DELETE FROM checkpoint",
            "INSERT OR REPLACE INTO checkpoint SELECT * FROM checkpoint",
        ]
    )
    func refused(sql: String) async throws {
        let (store, database) = try await store(of: .trail, entries: 5)
        let end = Sample.now.adding(seconds: 2)
        let archive = SQLiteAuditArchive(database)
        #expect(try await archive.retain(.trail, since: end, with: Sample.sealingKey, at: Sample.now) == 2)
        let error = #expect(throws: DatabaseError.self) { try store.tamper(sql) }
        #expect(error?.message?.contains("append-only") == true)
        #expect(try await verdict(database, .trail) == .intact(entries: 3))
    }

    @Test("A change of the stage and of a key stands in the trail with the change")
    func changes() async throws {
        let store = try TemporaryStore()
        let database = try store.open()
        try await SQLiteStageStore(database).change(to: .closed, at: Sample.now, by: "li", reason: "maintenance")
        let keys = SQLiteKeyStore(database)
        try await keys.add(KeyRecord(name: "k", fingerprint: "00", state: .generated, since: Sample.now), by: "test")
        try await keys.apply([KeyChange("k", from: .generated, to: .published)], at: Sample.now, by: "test")
        await #expect(throws: StorageError.self) {
            try await keys.apply([KeyChange("none", from: .published, to: .active)], at: Sample.now, by: "test")
        }
        #expect(
            try await SQLiteAuditTrail(database).entries(since: Sample.now, limit: 10) == [
                TrailEntry(changing: .stage, "stage", "closed", at: Sample.now, by: "li", reason: "maintenance"),
                TrailEntry(changing: .key, "k", "generated", at: Sample.now, by: "test"),
                TrailEntry(changing: .key, "k", "published", at: Sample.now, by: "test"),
            ]
        )
    }
}
