import HuaweiCloud
import Onboarding
import SAML
import XMLSecurity

extension ChecklistSample {
    /// The same evidence with what one rule asks for broken.
    mutating func spoil(_ rule: ChecklistRule) throws {
        if let lint = (HuaweiMetadataLinter.rules).first(where: { $0.id == rule.id }) {
            let finding = LintFinding(lint, level: lint.level == .note ? .warning : lint.level)
            let file = MetadataEvidence(path: "x.xml", sha256: "aa", findings: [finding])
            evidence.ownMetadata = Self.own(file)
            evidence.huaweiMetadata = Self.own(file)
        } else if rule.id.hasPrefix("keys.") {
            evidence.keys = Self.own(spoiledKeys(rule.id))
        } else if rule.id.hasPrefix("settings.") {
            evidence.settings = Self.own(spoiledSettings(rule.id))
        } else if rule.id.hasPrefix("store.") {
            evidence.store = Self.own(spoiledStore(rule.id))
        } else if rule.id == "whitelist.coverage" {
            evidence.coverage = Self.own(CoverageEvidence(judged: 3, refused: ["customer-2"]))
        } else if rule.id.hasPrefix("whitelist.") {
            evidence.whitelist = Self.own(try spoiledWhitelist(rule.id))
        } else if rule.id.hasPrefix("partner-center.") || rule.id.hasPrefix("login-link.") {
            evidence.partnerCenter = Self.own(spoiledPartnerCenter(rule.id))
        } else if rule.id.hasPrefix("manual.") {
            evidence.attachments = .taken([:], at: Self.now, against: .person)
        } else if rule.id.hasPrefix("live.") {
            evidence.crossings = Self.own(spoiledCrossings(rule.id))
        } else if rule.id.hasPrefix("world.") {
            evidence.world = Self.own(Self.world([rule.id], isGood: false))
        } else {
            evidence.defences = Self.own(
                DefenceEvidence((1...60).map { DefenceEvidence.Class(number: $0, tried: 2, open: ["through"]) })
            )
            evidence.run = .taken(
                RunEvidence(rules: [rule.id: ChecklistSample.judged(false)]),
                at: Self.now,
                against: .simulation
            )
        }
    }

    private func spoiledKeys(_ id: String) -> [KeyEvidence] {
        switch id {
        case "keys.active": [Self.key(), Self.key()]
        case "keys.expiry": [Self.key(days: 59)]
        case "keys.age": [Self.key(madeDaysAgo: 3 * 365 + 1)]
        case "keys.permissions": [Self.key(mode: 0o640)]
        case "keys.waiting": [Self.key(), Self.key(.published)]
        default: [Self.key(isSimulated: true)]
        }
    }

    private func spoiledSettings(_ id: String) -> SettingsEvidence {
        switch id {
        case "settings.portal": Self.settings(portals: [])
        case "settings.test-directory": Self.settings(test: true)
        case "settings.log": Self.settings(log: "debug")
        case "settings.shared-secret": Self.settings(shared: ["mall"])
        case "settings.simulation": Self.settings(simulated: ["https://sp.example/"])
        default: Self.settings(tls: false)
        }
    }

    private func spoiledStore(_ id: String) -> StoreEvidence {
        switch id {
        case "store.whole": Self.store(isWritable: false)
        case "store.chains": Self.store(broken: ["ledger"])
        case "store.room": Self.store(free: 1 << 20)
        default: Self.store(savedDaysAgo: 8)
        }
    }

    private static var network: WhitelistSubject {
        get throws { .network(try NetworkRange("10.1.0.0/16")) }
    }

    private func spoiledWhitelist(_ id: String) throws -> WhitelistEvidence {
        switch id {
        case "whitelist.huawei": try Self.whitelist(without: .serviceProvider)
        case "whitelist.accounts": try Self.whitelist(without: .account)
        case "whitelist.second-person": try Self.whitelist(approver: "Li")
        case "whitelist.one-system-user": try Self.whitelist(approverUser: "li")
        case "whitelist.wide": try Self.whitelist(accounts: .all)
        case "whitelist.certificates":
            try Self.whitelist(certificates: [Self.fingerprint, String(repeating: "cd", count: 32)])
        case "whitelist.gateways": try Self.whitelist(gateways: Array(Self.hosts.dropFirst()))
        case "whitelist.validity": try Self.whitelist(more: [(Self.network, Self.now)])
        case "whitelist.ending":
            try Self.whitelist(more: [(Self.network, Self.now.adding(seconds: 6 * Self.day))])
        default: try Self.whitelist(used: [])
        }
    }

    private func spoiledPartnerCenter(_ id: String) -> PartnerCenterEvidence {
        switch id {
        case "partner-center.platform-id": Self.partnerCenter(platformID: nil)
        case "partner-center.bp-id": Self.partnerCenter(partnerID: nil)
        case "partner-center.uploaded": Self.partnerCenter(uploaded: "bb")
        case "partner-center.base-url":
            Self.partnerCenter(
                baseURL: "http://127.0.0.1",
                notification: "http://127.0.0.1/huawei/association"
            )
        case "partner-center.notification-url": Self.partnerCenter(notification: "https://idp.example.com/bind")
        case "partner-center.return-addresses": Self.partnerCenter(returns: [Self.returning(recorded: nil)])
        case "login-link.form": Self.partnerCenter(faults: ["login-link.base"])
        default: Self.partnerCenter(knowsFirstLogin: false)
        }
    }

    private func spoiledCrossings(_ id: String) -> CrossingEvidence {
        var files = Dictionary(uniqueKeysWithValues: ChecklistAttachment.rules.map { ($0, Self.file($0)) })
        switch id {
        case "live.real-sign-on":
            files[id] = nil
            return Self.crossings(screenshots: files)
        case "live.real-first-login": return Self.crossings(firstLogin: nil, screenshots: files)
        default: return Self.crossings(notification: 8, screenshots: files)
        }
    }
}
