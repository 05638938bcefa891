import HuaweiCloud
import Onboarding
import Testing
import XMLSecurity

/// What every store of associations must do.
enum AssociationStoreConformance: String, CaseIterable, Sendable {
    case unknown = "Of what nobody told, nothing is known"
    case firstLogin = "A first login makes an account pending, and another one changes nothing"
    case dailyHandOff = "A hand-off that is no first login records who it is and nothing else"
    case bound = "A bind in a first login is taken, once, and ends the first login"
    case late = "A bind after a day, and one without first login, changes nothing"
    case unattributed = "A user of no account and a user of two are nobody's"
    case twoPortals = "One account of two portals is one account"
    case asOf = "A bind that is judged again is judged as of the time when it came"
    case dryRun = "A dry run judges and writes nothing"
    case stated = "What is stated is written in one order with who and why, and the same again changes nothing"
    case pages = "Associations come by account, a page at a time"
    case concurrent = "Of twenty binds at once one is applied"

    static let bind = AssociationMessage(xUserID: "user-1", domainName: "zhangwei", domainID: "d-1", action: .bind)
    static let unbind = AssociationMessage(xUserID: "user-1", domainName: "zhangwei", domainID: "d-1", action: .unbind)

    func check(_ store: any AssociationStore) async throws {
        switch self {
        case .unknown: try await Self.unknown(store)
        case .firstLogin: try await Self.firstLogin(store)
        case .dailyHandOff: try await Self.dailyHandOff(store)
        case .bound: try await Self.bound(store)
        case .late: try await Self.late(store)
        case .unattributed: try await Self.unattributed(store)
        case .twoPortals: try await Self.twoPortals(store)
        case .asOf: try await Self.asOf(store)
        case .dryRun: try await Self.dryRun(store)
        case .stated: try await Self.stated(store)
        case .pages: try await Self.pages(store)
        case .concurrent: try await Self.concurrent(store)
        }
    }

    private static func handOff(_ account: String = "account-1", portal: String = "mall") -> RecordedHandOff {
        RecordedHandOff(portal: portal, user: "user-1", account: account)
    }

    private static func begin(_ store: any AssociationStore, _ handOff: RecordedHandOff = handOff()) async throws {
        try await store.record(handOff, isFirstLogin: true, at: Sample.now)
    }

    private static func take(
        _ message: AssociationMessage,
        _ store: any AssociationStore,
        after seconds: Int64 = 60,
        dryRun: Bool = false
    ) async throws -> AssociationOutcome {
        let at = Sample.now.adding(seconds: seconds)
        return try await store.take(message, received: at, at: at, dryRun: dryRun).outcome
    }

    private static func unknown(_ store: any AssociationStore) async throws {
        #expect(try await store.association("account-1") == nil)
        #expect(try await store.history("account-1").isEmpty)
        #expect(try await store.handOffs(user: "user-1").isEmpty)
        #expect(try await store.associations(after: "", limit: 10).isEmpty)
    }

    private static func firstLogin(_ store: any AssociationStore) async throws {
        try await begin(store)
        try await store.record(handOff(), isFirstLogin: true, at: Sample.now.adding(seconds: 60))
        let pending = try await store.association("account-1")
        #expect(pending?.state == .pending)
        #expect(pending?.source == .portal)
        #expect(pending?.since == Sample.now)
        #expect(try await store.history("account-1").map(\.previous) == [.unknown])
        let handOffs = try await store.handOffs(account: "account-1")
        #expect(handOffs.map(\.firstLoginOpened) == [Sample.now])
        #expect(handOffs.map(\.firstLoginUntil) == [Sample.now.adding(seconds: 60 + 86_400)])
    }

    private static func dailyHandOff(_ store: any AssociationStore) async throws {
        try await store.record(handOff(), isFirstLogin: false, at: Sample.now)
        #expect(try await store.association("account-1") == nil)
        #expect(try await store.handOffs(user: "user-1") == [handOff()])
        try await begin(store)
        try await store.record(handOff(), isFirstLogin: false, at: Sample.now.adding(seconds: 1))
        #expect(try await take(bind, store) == .applied, "a hand-off in between ends no first login")
    }

    private static func bound(_ store: any AssociationStore) async throws {
        try await begin(store)
        #expect(try await take(bind, store) == .applied)
        #expect(try await take(bind, store, after: 61) == .duplicate)
        let other = AssociationMessage(xUserID: "user-1", domainName: nil, domainID: "d-2", action: .bind)
        #expect(try await take(other, store, after: 62) == .unconfirmed, "the first login has its result")
        #expect(try await take(unbind, store, after: 63) == .unconfirmed)
        let bound = try await store.association("account-1")
        #expect(bound?.state == .bound)
        #expect(bound?.source == .notification)
        #expect(bound?.cloudAccount == CloudAccount(id: "d-1", name: "zhangwei"))
        #expect(try await store.history("account-1").map(\.association.state) == [.pending, .bound])
    }

    private static func late(_ store: any AssociationStore) async throws {
        try await begin(store)
        #expect(try await take(bind, store, after: 86_400) == .unconfirmed)
        #expect(try await take(unbind, store) == .suspicious)
        #expect(try await store.association("account-1")?.state == .pending)
        #expect(try await store.history("account-1").count == 1)
    }

    private static func unattributed(_ store: any AssociationStore) async throws {
        let judgement = try await store.take(bind, received: Sample.now, at: Sample.now, dryRun: false)
        #expect(judgement == AssociationJudgement(nil, .unattributed))
        try await begin(store)
        try await begin(store, handOff("account-2"))
        #expect(try await take(bind, store) == .unattributed)
        #expect(try await store.association("account-1")?.state == .pending)
    }

    private static func twoPortals(_ store: any AssociationStore) async throws {
        try await begin(store)
        try await store.record(handOff(portal: "shop"), isFirstLogin: false, at: Sample.now)
        #expect(try await take(bind, store) == .applied)
        #expect(try await store.handOffs(account: "account-1").map(\.portal) == ["mall", "shop"])
    }

    private static func asOf(_ store: any AssociationStore) async throws {
        try await begin(store)
        let received = Sample.now.adding(seconds: 60)
        let later = Sample.now.adding(seconds: 20 * 86_400)
        let judgement = try await store.take(bind, received: received, at: later, dryRun: false)
        #expect(judgement.outcome == .applied)
        #expect(judgement.association?.since == received)
        #expect(try await store.history("account-1").last?.at == later)
    }

    private static func dryRun(_ store: any AssociationStore) async throws {
        try await begin(store)
        #expect(try await take(bind, store, dryRun: true) == .applied)
        #expect(try await store.association("account-1")?.state == .pending)
        let stated = [StatedAssociation(account: "account-2", state: .bound)]
        let judged = try await store.state(
            stated,
            by: .imported,
            person: nil,
            reason: nil,
            at: Sample.now,
            dryRun: true
        )
        #expect(judged.map(\.outcome) == [.applied])
        #expect(try await store.association("account-2") == nil)
        #expect(try await take(bind, store) == .applied, "the first login is still open")
    }

    private static func stated(_ store: any AssociationStore) async throws {
        let stated = ["b", "a"].map {
            StatedAssociation(account: $0, state: .bound, cloudAccount: CloudAccount(id: $0))
        }
        for outcome in [AssociationOutcome.applied, .duplicate] {
            let judged = try await store.state(
                stated,
                by: .imported,
                person: "li",
                reason: "moved",
                at: Sample.now,
                dryRun: false
            )
            #expect(judged.map(\.outcome) == [outcome, outcome])
            #expect(judged.map(\.association?.account) == ["b", "a"])
        }
        let change = try #require(try await store.history("a").first)
        #expect(change.person == "li")
        #expect(change.reason == "moved")
        #expect(change.association == (try await store.association("a")))
        #expect(try await store.history("a").count == 1)
    }

    private static func pages(_ store: any AssociationStore) async throws {
        let stated = ["c", "a", "b"].map { StatedAssociation(account: $0, state: .bound) }
        _ = try await store.state(stated, by: .sync, person: nil, reason: nil, at: Sample.now, dryRun: false)
        #expect(try await store.associations(after: "", limit: 2).map(\.account) == ["a", "b"])
        #expect(try await store.associations(after: "b", limit: 2).map(\.account) == ["c"])
        #expect(try await store.associations(after: "c", limit: 2).isEmpty)
        // Known, too, are those whom a portal only handed over, each once.
        for account in ["aa", "b"] { try await store.record(handOff(account), isFirstLogin: false, at: Sample.now) }
        #expect(try await store.knownAccounts(after: "", limit: 3) == ["a", "aa", "b"])
        #expect(try await store.knownAccounts(after: "b", limit: 3) == ["c"])
    }

    private static func concurrent(_ store: any AssociationStore) async throws {
        try await begin(store)
        let outcomes = try await withThrowingTaskGroup(of: AssociationOutcome.self) { group in
            for _ in 0..<20 { group.addTask { try await take(bind, store) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == .applied }.count == 1)
        #expect(outcomes.filter { $0 == .duplicate }.count == 19)
    }
}
