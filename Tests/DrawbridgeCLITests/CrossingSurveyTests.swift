import Foundation
import HuaweiCloud
import JointDebug
import Onboarding
import SAML
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

@testable import DrawbridgeCLI
@testable import IdentityProvider

@Suite("What counts as a crossing to the real HUAWEI CLOUD", .ownThread)
struct CrossingSurveyTests {
    private static let rules = ["live.real-sign-on", "live.real-first-login", "live.real-notification"]
    private static let real = "Huawei Technologies Co., Ltd"

    private let stand: ChecklistStand
    private let provider: FakeServiceProvider
    private let simulated: FakeServiceProvider
    private let now: Instant

    init() throws {
        stand = try ChecklistStand()
        provider = try FakeServiceProvider(organization: Self.real)
        simulated = try FakeServiceProvider(key: TestPKI.rsa2048)
        now = Clock.system.now
    }

    // MARK: What stands in the store

    private var workspace: Workspace { get throws { try Workspace(stand.path("drawbridge.yaml")) } }

    /// The import of an SP, as `sp import` writes it, at another time.
    private func take(_ provider: FakeServiceProvider, hoursAgo: Int64) async throws {
        let workspace = try workspace
        let bytes = try provider.metadata.document()
        try workspace.metadataDirectory.add(bytes, as: "huawei", replacing: true)
        let action = "imported SHA-256 " + Hexadecimal.encode(Digest.sha256(bytes))
        let entry = TrailEntry(changing: .serviceProvider, "huawei", action, at: now.adding(seconds: -hoursAgo * 3600))
        try await SQLiteAuditTrail(workspace.database).append(entry)
    }

    private func issue(
        _ reference: String,
        hoursAgo: Int64,
        account: String = "a-1",
        isFirstLogin: Bool? = true,
        to entityID: String = "https://auth.huaweicloud.com/"
    ) async throws {
        let workspace = try workspace
        var record = IssuanceRecord(
            at: now.adding(seconds: -hoursAgo * 3600),
            serviceProvider: entityID,
            requestID: "_q",
            responseID: "_r-" + reference,
            assertionID: "_a-" + reference,
            xAccountID: account,
            keyID: "00",
            algorithm: "rsa",
            decision: "asserted"
        )
        record.isFirstLogin = isFirstLogin
        let hash = try workspace.accountHash().hash(account)
        try await SQLiteIssuanceLedger(workspace.database)
            .append(LedgerEntry(record, reference: reference, account: hash))
    }

    private func bind(
        _ reference: String,
        hoursAgo: Int64,
        account: String = "a-1",
        by provider: FakeServiceProvider? = nil
    ) async throws {
        let workspace = try workspace
        var entry = TrailEntry(at: now.adding(seconds: -hoursAgo * 3600), kind: .notificationTaken)
        entry.reference = reference
        entry.serviceProvider = self.provider.entityID
        entry.account = try workspace.accountHash().hash(account)
        entry.subject = (provider ?? self.provider).key.certificate.fingerprint
        entry.action = "bound"
        try await SQLiteAuditTrail(workspace.database).append(entry)
    }

    private static let li = ChecklistPerson(name: "Li", role: .editor, systemUser: "li")

    private func screenshots(hoursAgo: Int64 = 0) -> [String: ChecklistAttachment] {
        let at = now.adding(seconds: -hoursAgo * 3600)
        let files = Self.rules.map { ($0, ChecklistAttachment($0, name: "s.png", sha256: "aa", by: Self.li, at: at)) }
        return Dictionary(uniqueKeysWithValues: files)
    }

    /// The verdicts of the three rules, in order.
    private func verdicts(_ files: [String: ChecklistAttachment]? = nil) async throws -> [ChecklistVerdict?] {
        let survey = CrossingSurvey(try workspace, at: now, screenshots: files ?? screenshots())
        var evidence = ChecklistEvidence()
        evidence.crossings = .taken(try await survey.look(), at: now, against: .real)
        return Self.rules.map { ChecklistRule.named($0)?.result(on: evidence, for: .live, at: now).verdict }
    }

    private static let all: [ChecklistVerdict?] = [.pass, .pass, .pass]
    private static let none: [ChecklistVerdict?] = [.notVerified, .notVerified, .notVerified]

    // MARK: What counts

    @Test("A first login to the real SP, its notification and a screenshot of each pass, with both references")
    func good() async throws {
        try await take(provider, hoursAgo: 5)
        try await issue("R-1", hoursAgo: 3)
        try await bind("N-1", hoursAgo: 2)
        #expect(try await verdicts() == Self.all)
        let evidence = try await CrossingSurvey(workspace, at: now, screenshots: screenshots()).look()
        #expect(evidence.signOn?.reference == "R-1" && evidence.notification?.reference == "N-1")
        #expect(evidence.firstLogin?.reference == "R-1")
        #expect(evidence.firstLogin?.facts.contains { $0.value == "N-1" } == true)
        let certificate = provider.key.certificate.fingerprint
        #expect(evidence.notification?.facts.contains { $0.value == certificate } == true)
    }

    @Test("An SP whose certificate is a simulation's proves nothing, whatever happened")
    func simulation() async throws {
        try await take(simulated, hoursAgo: 5)
        try await issue("R-1", hoursAgo: 3)
        try await bind("N-1", hoursAgo: 2, by: simulated)
        #expect(try await verdicts() == Self.none)
    }

    @Test("What a simulation did in the same store before the real metadata came does not count")
    func before() async throws {
        try await take(simulated, hoursAgo: 9)
        try await issue("R-1", hoursAgo: 8)
        try await bind("N-1", hoursAgo: 7, by: simulated)
        try await take(provider, hoursAgo: 5)
        #expect(try await verdicts() == Self.none)
        // A notification of the simulation that comes late is still the simulation's.
        try await bind("N-2", hoursAgo: 4, by: simulated)
        #expect(try await verdicts() == Self.none)
        try await issue("R-3", hoursAgo: 3)
        try await bind("N-3", hoursAgo: 2)
        #expect(try await verdicts() == Self.all)
    }

    @Test("The same file imported again is no new SP, and one that the trail does not know is none")
    func imports() async throws {
        try await take(provider, hoursAgo: 9)
        try await issue("R-1", hoursAgo: 8)
        try await bind("N-1", hoursAgo: 7)
        try await take(provider, hoursAgo: 5)
        #expect(try await verdicts() == Self.all)
        let other = try FakeServiceProvider(
            assertionConsumerService: "https://auth.huaweicloud.com/a",
            organization: Self.real
        )
        try workspace.metadataDirectory.add(other.metadata.document(), as: "huawei", replacing: true)
        #expect(try await verdicts() == Self.none)
    }

    @Test("Only a hand-off that said first login, and a bind of that account within a day, are a first login")
    func firstLogin() async throws {
        try await take(provider, hoursAgo: 80)
        try await issue("R-1", hoursAgo: 60, isFirstLogin: false)
        try await bind("N-1", hoursAgo: 59)
        #expect(try await verdicts() == [.pass, .notVerified, .pass])
        try await issue("R-2", hoursAgo: 50, account: "a-2")
        #expect(try await verdicts()[1] == .notVerified)
        try await bind("N-2", hoursAgo: 25, account: "a-2")
        #expect(try await verdicts()[1] == .notVerified)
        try await issue("R-3", hoursAgo: 23, account: "a-3", to: "https://other.example/")
        try await bind("N-3", hoursAgo: 22, account: "a-3")
        #expect(try await verdicts()[1] == .notVerified)
        try await issue("R-4", hoursAgo: 21, account: "a-4")
        try await bind("N-4", hoursAgo: 20, account: "a-4")
        #expect(try await verdicts() == Self.all)
    }

    @Test("What is older than a week is not verified any more")
    func tooOld() async throws {
        try await take(provider, hoursAgo: 9 * 24)
        try await issue("R-1", hoursAgo: 8 * 24)
        try await bind("N-1", hoursAgo: 8 * 24 - 1)
        #expect(try await verdicts() == Self.none)
    }

    @Test("Without a screenshot nothing passes; one that is older shows what was there then, or nothing")
    func screenshot() async throws {
        try await take(provider, hoursAgo: 9)
        try await issue("R-1", hoursAgo: 8)
        try await bind("N-1", hoursAgo: 7)
        #expect(try await verdicts([:]) == Self.none)
        let early = screenshots(hoursAgo: 8)
        #expect(try await verdicts(early) == [.pass, .notVerified, .notVerified])
        let then = screenshots(hoursAgo: 6)
        try await issue("R-2", hoursAgo: 5)
        try await bind("N-2", hoursAgo: 4)
        #expect(try await verdicts(then) == Self.all)
        let seen = try await CrossingSurvey(workspace, at: now, screenshots: then).look()
        #expect(seen.signOn?.reference == "R-1" && seen.notification?.reference == "N-1")
    }

    // MARK: The whole way

    @Test(
        "A running service writes down what the rules ask for: sign-on, first login, notification",
        arguments: [true, false]
    )
    func wholeWay(isReal: Bool) async throws {
        let provider = try FakeServiceProvider(organization: isReal ? Self.real : TestPKI.simulationOrganization)
        let service = try await RunningService(provider: provider)
        var browser = Browser(language: .en)
        let answered = try await service.signOn(&browser, service.token(["--first-login", "true"]))
        #expect(answered.status == 200, "\(answered.text)")
        let message = AssociationMessage(xUserID: "u-1", domainName: "zhangwei", domainID: "d-1", action: .bind)
        let notification = try SimulatedNotification(message, signedBy: provider.key, over: .base64Text)
        let fields = [
            ("bindRequest", notification.bindRequest), ("SigAlg", notification.sigAlg),
            ("Signature", notification.signature),
        ]
        for _ in 0..<2 {
            let taken = try await browser.submit(
                fields,
                to: service.base + "/huawei/association",
                from: "https://mall.example.com/"
            )
            #expect(taken.status < 400, "\(taken.text)")
        }
        let installation = service.installation
        let listed = try installation.run("audit", "list", "--kind", "notification-taken", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(listed.output)) as? [String: Any]
        let entries = try #require(object?["items"] as? [[String: Any]])
        #expect(entries.count == 1, "what is sent again changes nothing, and is not written down")
        #expect(entries.first?["subject"] as? String == provider.key.certificate.fingerprint)
        _ = try installation.command.file("s.png", "seen")
        #expect(try installation.run("operators", "add", "wang", "--first", "--output", "wang.token").status == 0)
        for rule in Self.rules {
            let attach = ["checklist", "attach", rule, "s.png", "--operator-token-file", "wang.token"]
            #expect(try installation.command.run(attach).status == 0)
        }
        let only = Self.rules.flatMap { ["--only", $0] }
        let run = ["checklist", "run", "--stage", "live", "--format", "json"] + only
        let outcome = try installation.command.run(run)
        let report = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
        let items = try #require(report?["items"] as? [[String: Any]])
        let expected = isReal ? "pass" : "not-verified"
        #expect(items.map { $0["verdict"] as? String } == [expected, expected, expected], "\(items)")
    }
}
