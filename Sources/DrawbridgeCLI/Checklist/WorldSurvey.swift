import HuaweiCloud
import IdentityProvider
import Onboarding
import Probes
import SAML
import Server
import Storage
import XMLSecurity

/// Looks at the world: asked for by an operator, never by itself.
struct WorldSurvey {
    /// What an operator lets be looked at.
    struct Permission {
        /// Whether gateways, our public address, portals and the SP are called.
        var callsOut = false
        /// Who is asked for the time; nobody without it.
        var timeServer: String?
        /// What a probe saw that ran elsewhere.
        var report: PublicBaseReport?
        /// The rules that are to be judged; nobody is called for others.
        var rules: Set<String> = []

        var isNothing: Bool { !callsOut && report == nil }
    }

    private let workspace: Workspace
    private let now: Instant

    init(_ workspace: Workspace, at now: Instant) {
        self.workspace = workspace
        self.now = now
    }

    /// What was seen; as old as the oldest part of it.
    func look(_ permission: Permission) async throws -> Evidence<WorldEvidence> {
        guard !permission.isNothing else {
            return .missing(
                Bilingual(
                    "Nobody asked for a look: run it with --probe, or give --probe-report FILE.",
                    "未要求探测：请加 --probe，或提供 --probe-report 文件。"
                )
            )
        }
        let hash = try await MetadataSurvey(workspace, at: now).own().sha256
        let other: Provenance = workspace.configuration.huawei?.site.isSimulation == true ? .simulation : .real
        var seen = WorldEvidence([:])
        if permission.callsOut {
            let clock = workspace.clock
            seen = await WorldCollector(now: { clock.now }).collect(
                try await targets(permission, hash),
                for: permission.rules.contains
            )
        }
        guard let report = permission.report else { return .taken(seen, at: now, against: other) }
        let outside = report.looks(base: workspace.configuration.baseURL, metadataHash: hash)
        let at = report.instant.map { min($0, now) } ?? now
        let looks = seen.looks.merging(outside) { $1 }
        return .taken(WorldEvidence(looks, served: seen.served), at: at, against: other)
    }

    private func targets(_ permission: Permission, _ hash: String) async throws -> WorldTargets {
        WorldTargets(
            timeServer: permission.timeServer.map { WorldTargets.TimeServer($0) },
            gateways: try await listed(.gateway).compactMap { entry in
                guard case .gateway(let address) = entry.subject else { return nil }
                return address
            },
            base: workspace.configuration.baseURL,
            metadataHash: hash,
            returnAddresses: try await returnAddresses(),
            portals: try portals(),
            partners: try await partners()
        )
    }

    // What is entered in Partner Center counts for customers, what is configured for the next who enters it.
    private func returnAddresses() async throws -> [String] {
        let both = workspace.configuration.returnAddresses.entered(try await workspace.idStore.ids())
        return Set(both.flatMap { [$0.configured, $0.recorded].compactMap(\.self) }).sorted()
    }

    private func listed(_ kind: WhitelistKind) async throws -> [WhitelistEntry] {
        try await WhitelistDesk(workspace, stage: .live).entries(WhitelistSelection(kind: kind))
            .filter { $0.state == .active && $0.validity.contains(now) }
    }

    private func portals() throws -> [PortalKeysProbe.Portal] {
        try workspace.portalDirectory.entries().compactMap { entry in
            guard let url = entry.keyURL, let algorithm = TokenAlgorithm(rawValue: entry.algorithm) else { return nil }
            let isPrivate = entry.keyURLIsPrivate ?? false
            return PortalKeysProbe.Portal(entry.name, url: url, isPrivate: isPrivate) { octets in
                _ = try await PortalKey.read(String(decoding: octets, as: UTF8.self), algorithm: algorithm)
            }
        }
    }

    private func partners() async throws -> [PartnerMetadataProbe.Published] {
        guard let site = workspace.configuration.huawei?.site, let url = site.metadataURL,
            let provider = try workspace.huaweiProvider()
        else { return [] }
        let listed = try await listed(.serviceProvider).compactMap { entry -> [String]? in
            guard case .serviceProvider(let listed) = entry.subject, listed.entityID == provider.entityID else {
                return nil
            }
            return listed.certificates
        }
        return [
            PartnerMetadataProbe.Published(
                provider.entityID,
                url: url,
                imported: Set(provider.descriptor.signingCertificates.map(\.fingerprint)),
                listed: listed.first.map { Set($0) },
                isSimulation: site.isSimulation
            )
        ]
    }
}
