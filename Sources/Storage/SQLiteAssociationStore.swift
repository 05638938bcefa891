import GRDB
public import HuaweiCloud
public import Onboarding
public import XMLSecurity

/// Associations, each event in one transaction: read, judged by the pure rule, written with its history and with the
/// messages to portals.
public struct SQLiteAssociationStore: AssociationStore {
    private let database: Database
    private let told: @Sendable () -> Set<String>

    /// Makes the port.
    /// - Parameters:
    ///   - database: the store.
    ///   - portals: the portals that are told of changes.
    public init(_ database: Database, telling portals: @escaping @Sendable () -> Set<String> = { [] }) {
        self.database = database
        told = portals
    }

    /// The association of an account.
    public func association(_ account: String) async throws -> Onboarding.Association? {
        try await database.read { try AssociationRows.association(account, $0) }
    }

    /// Associations by account.
    public func associations(after account: String, limit: Int) async throws -> [Onboarding.Association] {
        try await database.read { try AssociationRows.associations(after: account, limit: limit, $0) }
    }

    /// Accounts that are known by anything.
    public func knownAccounts(after account: String, limit: Int) async throws -> [String] {
        try await database.read { database in
            let sql = """
                SELECT account FROM association WHERE account > ?1
                UNION SELECT account FROM association_hand_off WHERE account > ?1 ORDER BY account LIMIT ?2
                """
            return try String.fetchAll(database, sql: sql, arguments: [account, limit])
        }
    }

    /// The changes of an account.
    public func history(_ account: String) async throws -> [AssociationChange] {
        try await database.read { try AssociationRows.history(account, $0) }
    }

    /// The hand-offs of an account.
    public func handOffs(account: String) async throws -> [RecordedHandOff] {
        try await database.read { try HandOffRows.of(.account, account, $0) }
    }

    /// The hand-offs of a user.
    public func handOffs(user: String) async throws -> [RecordedHandOff] {
        try await database.read { try HandOffRows.of(.user, user, $0) }
    }

    /// Records a hand-off.
    public func record(_ handOff: RecordedHandOff, isFirstLogin: Bool, at now: Instant) async throws {
        let portals = told()
        try await database.write { database in
            let known = try HandOffRows.of(.user, handOff.user, database).first {
                $0.portal == handOff.portal && $0.account == handOff.account
            }
            // Nothing changes for a customer who comes every day: no write but the session's.
            guard isFirstLogin || known == nil else { return }
            let recorded = known ?? handOff
            try HandOffRows.save(isFirstLogin ? recorded.openingFirstLogin(at: now) : recorded, database)
            guard isFirstLogin else { return }
            let writer = AssociationWriter(database: database, portals: portals, now: now)
            _ = try writer.judge(.firstLogin, of: handOff.account, at: now)
        }
    }

    /// Judges a notification.
    public func take(
        _ message: AssociationMessage,
        received: Instant,
        at now: Instant,
        dryRun: Bool
    ) async throws -> AssociationJudgement {
        let portals = told()
        return try await database.write { database in
            let attribution = Attribution(try HandOffRows.of(.user, message.xUserID, database))
            guard let account = attribution.account else { return AssociationJudgement(nil, .unattributed) }
            let cloudAccount = CloudAccount(id: message.domainID, name: message.domainName)
            let event: AssociationEvent =
                switch message.action {
                case .bind: .bind(cloudAccount, isFirstLoginOpen: attribution.isFirstLoginOpen(at: received))
                case .unbind: .unbind(cloudAccount)
                }
            let writer = AssociationWriter(database: database, portals: portals, now: now, isDryRun: dryRun)
            let judgement = try writer.judge(event, of: account, at: received)
            // The first login has its result; the next bind needs another.
            if judgement.outcome == .applied, !dryRun {
                try HandOffRows.closeFirstLogin(user: message.xUserID, at: received, database)
            }
            return judgement
        }
    }

    /// Writes down what is said.
    public func state(
        _ stated: [StatedAssociation],
        by source: AssociationSource,
        person: String?,
        reason: String?,
        at now: Instant,
        dryRun: Bool
    ) async throws -> [AssociationJudgement] {
        let portals = told()
        return try await database.write { database in
            let writer = AssociationWriter(
                database: database,
                portals: portals,
                now: now,
                person: person,
                reason: reason,
                isDryRun: dryRun
            )
            return try stated.map { one in
                try writer.judge(.stated(one.state, one.cloudAccount, by: source), of: one.account, at: now)
            }
        }
    }
}
