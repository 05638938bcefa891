import Storage
import Testing
import XMLSecurity

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

    @Test("AssociationStore", arguments: AssociationStoreConformance.allCases)
    func associationStore(_ rule: AssociationStoreConformance) async throws {
        try await rule.check(SQLiteAssociationStore(database))
    }

    @Test("WhitelistStore", arguments: WhitelistStoreConformance.allCases)
    func whitelistStore(_ rule: WhitelistStoreConformance) async throws {
        try await rule.check(SQLiteWhitelistStore(database))
    }

    @Test("OperatorStore", arguments: OperatorStoreConformance.allCases)
    func operatorStore(_ rule: OperatorStoreConformance) async throws {
        try await rule.check(SQLiteOperatorStore(database), SQLiteAuditTrail(database))
    }

    @Test("KeptAnswerStore", arguments: KeptAnswerStoreConformance.allCases)
    func keptAnswerStore(_ rule: KeptAnswerStoreConformance) async throws {
        try await rule.check(SQLiteKeptAnswerStore(database), housekeeping)
    }

    @Test("NotificationArchive", arguments: NotificationArchiveConformance.allCases)
    func notificationArchive(_ rule: NotificationArchiveConformance) async throws {
        let key = try #require(SealingKey(Secret(Array(repeating: 1, count: SealingKey.length))))
        try await rule.check(SQLiteNotificationArchive(database, key: key), housekeeping)
    }

    @Test("WebhookOutbox", arguments: WebhookOutboxConformance.allCases)
    func webhookOutbox(_ rule: WebhookOutboxConformance) async throws {
        let associations = SQLiteAssociationStore(database) { ["mall"] }
        try await rule.check(SQLiteWebhookOutbox(database), associations, housekeeping)
    }

    @Test("KeyStore", arguments: KeyStoreConformance.allCases)
    func keyStore(_ rule: KeyStoreConformance) async throws {
        try await rule.check(SQLiteKeyStore(database), SQLiteAuditTrail(database))
    }

    @Test("PartnerCenterIDStore", arguments: PartnerCenterIDStoreConformance.allCases)
    func partnerCenterIDStore(_ rule: PartnerCenterIDStoreConformance) async throws {
        try await rule.check(SQLitePartnerCenterIDStore(database), SQLiteAuditTrail(database))
    }

    @Test("MetadataUploadStore", arguments: MetadataUploadStoreConformance.allCases)
    func metadataUploadStore(_ rule: MetadataUploadStoreConformance) async throws {
        try await rule.check(SQLiteMetadataUploadStore(database), SQLiteAuditTrail(database))
    }

    @Test("ChecklistStore", arguments: ChecklistStoreConformance.allCases)
    func checklistStore(_ rule: ChecklistStoreConformance) async throws {
        try await rule.check(SQLiteChecklistStore(database), SQLiteAuditTrail(database))
    }
}
