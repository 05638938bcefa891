import Storage
import Testing

/// SQLite behind every port, through the suites that any other implementation must pass, too.
@Suite("SQLite conforms") struct SQLiteConformanceTests {
    let store: TemporaryStore
    let database: Storage.Database
    let housekeeping: SQLiteHousekeeping

    init() throws {
        store = try TemporaryStore()
        database = try store.open()
        housekeeping = SQLiteHousekeeping(database)
    }

    @Test("ReplayCache", arguments: ReplayCacheConformance.allCases)
    func replayCache(_ rule: ReplayCacheConformance) async throws {
        try await rule.check(SQLiteReplayCache(database), housekeeping)
    }

    @Test("SessionStore", arguments: SessionStoreConformance.allCases)
    func sessionStore(_ rule: SessionStoreConformance) async throws {
        try await rule.check(SQLiteSessionStore(database), housekeeping)
    }

    @Test("PendingRequestStore", arguments: PendingRequestStoreConformance.allCases)
    func pendingRequestStore(_ rule: PendingRequestStoreConformance) async throws {
        try await rule.check(SQLitePendingRequestStore(database), housekeeping)
    }

    @Test("ResumptionStore", arguments: ResumptionStoreConformance.allCases)
    func resumptionStore(_ rule: ResumptionStoreConformance) async throws {
        try await rule.check(SQLiteResumptionStore(database), housekeeping)
    }

    @Test("IssuanceLedger", arguments: IssuanceLedgerConformance.allCases)
    func issuanceLedger(_ rule: IssuanceLedgerConformance) async throws {
        try await rule.check(SQLiteIssuanceLedger(database), housekeeping)
    }

    @Test("AuditTrail", arguments: AuditTrailConformance.allCases)
    func auditTrail(_ rule: AuditTrailConformance) async throws {
        try await rule.check(SQLiteAuditTrail(database), housekeeping)
    }

    @Test("AuditArchive", arguments: AuditArchiveConformance.allCases)
    func auditArchive(_ rule: AuditArchiveConformance) async throws {
        let chains = (SQLiteIssuanceLedger(database), SQLiteAuditTrail(database))
        try await rule.check(SQLiteAuditArchive(database), ledger: chains.0, trail: chains.1)
    }

    @Test("StageStore", arguments: StageStoreConformance.allCases)
    func stageStore(_ rule: StageStoreConformance) async throws {
        try await rule.check(SQLiteStageStore(database))
    }

    @Test("KeyStore", arguments: KeyStoreConformance.allCases)
    func keyStore(_ rule: KeyStoreConformance) async throws {
        try await rule.check(SQLiteKeyStore(database))
    }
}
