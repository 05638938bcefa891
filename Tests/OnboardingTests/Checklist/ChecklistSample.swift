import HuaweiCloud
import Onboarding
import SAML
import Testing
import XMLSecurity

/// Evidence of an installation where everything holds, and ways to spoil it.
struct ChecklistSample {
    static let now = Instant(seconds: 1_795_000_000)
    static let day: Int64 = 86_400

    var evidence = ChecklistEvidence()

    init() throws {
        let file = MetadataEvidence(path: "idp-metadata.xml", sha256: "aa", findings: [])
        evidence.ownMetadata = Self.own(file)
        evidence.huaweiMetadata = Self.own(file)
        evidence.partnerCenter = Self.own(Self.partnerCenter())
        evidence.defences = Self.own(
            DefenceEvidence((1...60).map { DefenceEvidence.Class(number: $0, tried: 2, open: []) })
        )
        evidence.keys = Self.own([Self.key()])
        evidence.settings = Self.own(Self.settings())
        evidence.store = Self.own(Self.store())
        evidence.whitelist = Self.own(try Self.whitelist())
        evidence.coverage = Self.own(CoverageEvidence(judged: 3, refused: []))
        let files = Dictionary(uniqueKeysWithValues: ChecklistAttachment.rules.map { ($0, Self.file($0)) })
        evidence.attachments = .taken(files, at: Self.now, against: .person)
        evidence.crossings = Self.own(Self.crossings(screenshots: files))
        let ids = ChecklistRule.all.map(\.id)
        evidence.run = .taken(
            RunEvidence(rules: Dictionary(uniqueKeysWithValues: ids.map { ($0, Self.judged(true)) })),
            at: Self.now,
            against: .simulation
        )
        evidence.world = Self.own(Self.world(ids, isGood: true))
    }

    static func judged(_ holds: Bool, at instant: Instant = now) -> RunEvidence.Judged {
        RunEvidence.Judged(holds: holds, run: "run-1", sha256: "aa", at: instant, provenance: .simulation)
    }

    static func own<Value: Sendable>(_ value: Value, at instant: Instant = now) -> Evidence<Value> {
        .taken(value, at: instant, against: .ownMeasurement)
    }

    static func partnerCenter(
        platformID: String? = "demo_IDP",
        partnerID: String? = "0123456789abcdef0123456789abcdef",
        uploaded: String? = "aa",
        baseURL: String = "https://idp.example.com",
        returns: [String] = ["https://mall.example.com/paid", "https://mall.example.com/top-up"],
        knowsFirstLogin: Bool = true,
        faults: [String] = []
    ) -> PartnerCenterEvidence {
        PartnerCenterEvidence(
            platformID: platformID,
            partnerID: partnerID,
            uploaded: uploaded,
            served: "aa",
            baseURL: baseURL,
            returnAddresses: returns,
            knowsFirstLogin: knowsFirstLogin,
            link: .init(url: "https://auth.huaweicloud.com/", faults: faults)
        )
    }

    static func key(
        _ role: KeyEvidence.Role = .active,
        days: Int64 = 400,
        isSimulated: Bool = false,
        mode: UInt16? = 0o600
    ) -> KeyEvidence {
        let end = now.adding(seconds: days * day)
        return KeyEvidence(name: "k", role: role, since: now, end: end, isSimulated: isSimulated, mode: mode)
    }

    static func settings(
        test: Bool = false,
        log: String = "info",
        shared: [String] = [],
        portals: [String] = ["mall"],
        simulated: [String] = [],
        tls: Bool = true
    ) -> SettingsEvidence {
        SettingsEvidence(
            hasTestDirectory: test,
            logLevel: log,
            sharedSecretPortals: shared,
            portals: portals,
            simulatedProviders: simulated,
            hasTLS: tls
        )
    }

    static func store(
        damage: [String] = [],
        broken: [String] = [],
        free: Int64 = 1 << 34,
        isWritable: Bool = true,
        savedDaysAgo: Int64? = 1
    ) -> StoreEvidence {
        StoreEvidence(
            damage: damage,
            brokenChains: broken,
            free: free,
            isWritable: isWritable,
            backup: savedDaysAgo.map { now.adding(seconds: -$0 * day) }
        )
    }

    static func file(_ rule: String, by person: ChecklistPerson = person(.editor)) -> ChecklistAttachment {
        ChecklistAttachment(rule, name: "scan.pdf", sha256: "bb", by: person, at: now)
    }

    /// Li, whom an operator token proves.
    static func person(_ role: OperatorRole) -> ChecklistPerson {
        let end = now.adding(seconds: day)
        let li = Operator(id: 1, name: "Li", role: role, portal: nil, since: now, until: end, addedBy: "root")
        return ChecklistPerson(li, systemUser: "li")
    }

    static func crossings(
        isReal: Bool = true,
        signOn: Int64? = 1,
        firstLogin: Int64? = 1,
        notification: Int64? = 1,
        screenshots: [String: ChecklistAttachment]
    ) -> CrossingEvidence {
        func crossing(_ days: Int64?) -> CrossingEvidence.Crossing? {
            days.map { .init(reference: "00c0ffee", at: now.adding(seconds: -$0 * day)) }
        }
        return CrossingEvidence(
            isReal: isReal,
            signOn: crossing(signOn),
            firstLogin: crossing(firstLogin),
            notification: crossing(notification),
            screenshots: screenshots
        )
    }

    static func world(_ ids: [String], isGood: Bool?) -> WorldEvidence {
        WorldEvidence(Dictionary(uniqueKeysWithValues: ids.map { ($0, .init(isGood: isGood, facts: [])) }))
    }

    static let huawei = "https://auth.huaweicloud.com/"
    static let fingerprint = String(repeating: "ab", count: 32)

    /// The whitelist: HUAWEI CLOUD, one account, one gateway; with some of it left out or spoiled.
    static func whitelist(
        without: WhitelistKind? = nil,
        accounts: WhitelistedProvider.Accounts = .listed,
        certificate: String = fingerprint,
        approver: String = "wang",
        approverUser: String = "wang",
        until: Instant? = nil,
        used: Set<String> = ["customer-1"]
    ) throws -> WhitelistEvidence {
        let author = try WhitelistPerson("li", isProved: true, systemUser: "li")
        let approval = try WhitelistPerson(approver, isProved: true, systemUser: approverUser)
        let subjects: [WhitelistSubject] = [
            .serviceProvider(try WhitelistedProvider(huawei, certificates: [certificate], accounts: accounts)),
            .account(try AccountPattern("customer-1")), .gateway(try GatewayAddress("bss.myhuaweicloud.com:443")),
        ]
        let entries = try subjects.filter { $0.kind != without }.enumerated().map { index, subject in
            WhitelistEntry(
                id: Int64(index + 1),
                subject: subject,
                validity: try Validity(from: nil, until: until),
                state: .active,
                author: author,
                approvals: [approval]
            )
        }
        return WhitelistEvidence(
            entries: entries,
            certificates: [huawei: [fingerprint]],
            used: used,
            huawei: huawei
        )
    }
}
