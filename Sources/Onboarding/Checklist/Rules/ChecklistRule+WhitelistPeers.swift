import SAML
import XMLSecurity

// What the whitelist of stage live says of the other side: the SPs' certificates, and the hosts to be reached.
extension ChecklistRule {
    /// Both sides must be equal: one certificate too few stops sign-ons, one too many outlives what it was listed for.
    static let certificates = ChecklistRule(
        "whitelist.certificates",
        .live,
        .must,
        source: "Drawbridge design 9",
        title: Bilingual(
            "The certificates of each SP on the whitelist are those of its metadata, and those that it serves",
            "白名单中 SP 的证书与其元数据及其当前发布的一致"
        ),
        hint: Bilingual(
            "Let two persons put the new certificate on the whitelist and take the old one off.",
            "请由两人将新证书加入白名单并移除旧证书。"
        ),
        on: \.certificates
    ) { evidence, now in
        let broken = evidence.whitelist.inForce(at: now).flatMap { entry -> [String] in
            guard case .serviceProvider(let provider) = entry.subject else { return [] }
            return evidence.faults(of: provider)
        }
        let probed = evidence.served.keys.sorted().map { "\($0) was asked for what it serves" }
        return finding(.must, broken: broken, seen: probed)
    }

    static let gateways = ChecklistRule(
        "whitelist.gateways",
        .live,
        .should,
        source: "huawei-cloud.md 10 #72 (1.3, 9)",
        title: Bilingual("The hosts of the site that the firewall must let out to are listed", "防火墙须放行的站点主机均已列出"),
        hint: Bilingual(
            "drawbridge whitelist propose --kind gateway --subject HOST:443 …",
            "drawbridge whitelist propose --kind gateway --subject 主机:443 …"
        ),
        on: \.whitelist
    ) { list, now in
        let listed = list.inForce(at: now).compactMap { entry -> GatewayAddress? in
            guard case .gateway(let address) = entry.subject else { return nil }
            return address
        }
        let missing = list.hosts.filter { !listed.contains($0) }.map { "\($0.text) is not listed" }
        let broken = listed.isEmpty && missing.isEmpty ? ["no gateway is listed"] : missing
        return finding(.should, broken: broken, seen: listed.map(\.text))
    }
}

extension CertificateEvidence {
    /// What differs between an entry and the other places, in words.
    func faults(of provider: WhitelistedProvider) -> [String] {
        let id = provider.entityID
        let listed = Set(provider.certificates)
        guard !listed.isEmpty else { return ["\(id): no certificate is listed"] }
        guard let metadata = whitelist.certificates[id] else { return ["\(id): its metadata is not imported"] }
        return Self.faults(id, listed, Set(metadata), "in its metadata")
            + (served[id].map { Self.faults(id, listed, Set($0), "served") } ?? [])
    }

    private static func faults(_ id: String, _ listed: Set<String>, _ other: Set<String>, _ place: String) -> [String] {
        listed.subtracting(other).sorted().map { "\(id): listed, and not \(place): \($0)" }
            + other.subtracting(listed).sorted().map { "\(id): \(place), and not listed: \($0)" }
    }
}

extension WhitelistEvidence {
    /// The entries that are active, whether their time has come, or has passed.
    var active: [WhitelistEntry] { entries.filter { $0.state == .active } }

    /// The entries that decide at a moment (design section 9).
    func inForce(at now: Instant) -> [WhitelistEntry] { active.filter { $0.validity.contains(now) } }
}
