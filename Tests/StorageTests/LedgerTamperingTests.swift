import GRDB
import IdentityProvider
import Onboarding
import Storage
import Testing

@Suite("Tampering with the ledger") struct LedgerTamperingTests {
    private func ledger(of entries: Int) async throws -> (TemporaryStore, SQLiteIssuanceLedger) {
        let store = try TemporaryStore()
        let ledger = SQLiteIssuanceLedger(try store.open())
        for number in 0..<entries { try await ledger.append(Sample.entry(number)) }
        return (store, ledger)
    }

    @Test(
        "SQLite refuses to change the ledger",
        arguments: [
            "UPDATE ledger SET at = 0 WHERE sequence = 2",
            "DELETE FROM ledger WHERE sequence = 2",
            "DELETE FROM ledger",
            "INSERT OR REPLACE INTO ledger SELECT 2, at, content, chain FROM ledger WHERE sequence = 1",
            "INSERT INTO ledger SELECT * FROM ledger WHERE sequence = 2 ON CONFLICT DO UPDATE SET at = 0",
        ]
    )
    func refused(sql: String) async throws {
        let (store, ledger) = try await ledger(of: 3)
        let error = #expect(throws: DatabaseError.self) { try store.tamper(sql) }
        #expect(error?.message == "the ledger is append-only")
        #expect(try await ledger.verify() == .intact(entries: 3))
    }

    @Test(
        "The history of stages cannot be changed either",
        arguments: ["UPDATE stage SET stage = 'live'", "DELETE FROM stage"]
    )
    func stageHistory(sql: String) async throws {
        let store = try TemporaryStore()
        let stages = SQLiteStageStore(try store.open())
        try await stages.change(to: .live, at: Sample.now, by: "li", reason: "checklist passed")
        try await stages.change(to: .closed, at: Sample.now, by: "li", reason: "maintenance")
        let error = #expect(throws: DatabaseError.self) { try store.tamper(sql) }
        #expect(error?.message == "the history of stages is append-only")
        #expect(
            try store.value(String.self, "SELECT group_concat(stage || ' ' || person) FROM stage")
                == "live li,closed li"
        )
    }
}
