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
        site: String = "china",
        baseURL: String = "https://idp.example.com",
        notification: String? = "https://idp.example.com/huawei/association",
        returns: [PartnerCenterEvidence.ReturnAddress] = [returning("order-paid-url"), returning("top-up-url")],
        knowsFirstLogin: Bool = true,
        faults: [String] = []
    ) -> PartnerCenterEvidence {
        PartnerCenterEvidence(
            platformID: platformID,
            partnerID: partnerID,
            uploaded: uploaded,
            served: "aa",
            site: site,
            baseURL: baseURL,
            notificationURL: notification,
            returnAddresses: returns,
            knowsFirstLogin: knowsFirstLogin,
            link: .init(url: "https://auth.huaweicloud.com/", faults: faults)
        )
    }

    static let page = "https://mall.example.com/page"

    static func returning(
        _ name: String = "order-paid-url",
        configured: String? = page,
        recorded: String? = page
    ) -> PartnerCenterEvidence.ReturnAddress {
        .init(name: name, configured: configured, recorded: recorded)
    }

    static func key(
        _ role: KeyEvidence.Role = .active,
        days: Int64 = 400,
        madeDaysAgo: Int64 = 1,
        isSimulated: Bool = false,
        mode: UInt16? = 0o600
    ) -> KeyEvidence {
        KeyEvidence(
            name: "k",
            role: role,
            since: now,
            made: now.adding(seconds: -madeDaysAgo * day),
            end: now.adding(seconds: days * day),
            isSimulated: isSimulated,
            mode: mode
        )
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
        savedDaysAgo: Int64? = 1,
        backupDays: Int64 = StoreEvidence.usualBackupDays
    ) -> StoreEvidence {
        StoreEvidence(
            damage: damage,
            brokenChains: broken,
            free: free,
            isWritable: isWritable,
            backup: savedDaysAgo.map { now.adding(seconds: -$0 * day) },
            backupDays: backupDays
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
        imported: Int64? = 20,
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
            imported: imported.map { now.adding(seconds: -$0 * day) },
            signOn: crossing(signOn),
            firstLogin: crossing(firstLogin),
            notification: crossing(notification),
            screenshots: screenshots
        )
    }

    static func world(_ ids: [String], isGood: Bool?) -> WorldEvidence {
        WorldEvidence(Dictionary(uniqueKeysWithValues: ids.map { ($0, .init(isGood: isGood, facts: [])) }))
    }

    static let hosts = ["auth.huaweicloud.com:443", "console.huaweicloud.com:443", "bss.myhuaweicloud.com:443"]
    static let huawei = "https://auth.huaweicloud.com/"
    static let fingerprint = String(repeating: "ab", count: 32)

    /// The whitelist: HUAWEI CLOUD, one account, the site's gateways; with some of it left out or spoiled, and more.
    static func whitelist(
        without: WhitelistKind? = nil,
        accounts: WhitelistedProvider.Accounts = .listed,
        certificates: [String] = [fingerprint],
        gateways: [String] = hosts,
        approver: String = "wang",
        approverUser: String = "wang",
        used: Set<String> = ["customer-1"],
        more: [(subject: WhitelistSubject, until: Instant)] = []
    ) throws -> WhitelistEvidence {
        let subjects: [WhitelistSubject] =
            [
                .serviceProvider(try WhitelistedProvider(huawei, certificates: certificates, accounts: accounts)),
                .account(try AccountPattern("customer-1")),
            ] + (try gateways.map { .gateway(try GatewayAddress($0)) })
        let always = subjects.filter { $0.kind != without }.map { ($0, Validity.always) }
        let limited = try more.map { ($0.subject, try Validity(from: nil, until: $0.until)) }
        let author = try WhitelistPerson("li", isProved: true, systemUser: "li")
        let approval = try WhitelistPerson(approver, isProved: true, systemUser: approverUser)
        let entries = (always + limited).enumerated().map { index, entry in
            WhitelistEntry(
                id: Int64(index + 1),
                subject: entry.0,
                validity: entry.1,
                state: .active,
                author: author,
                approvals: [approval]
            )
        }
        return WhitelistEvidence(
            entries: entries,
            certificates: [huawei: [fingerprint]],
            used: used,
            huawei: huawei,
            hosts: try hosts.map { try GatewayAddress($0) }
        )
    }
}
