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
        var looks: [String: WorldEvidence.Look] = [:]
        if permission.callsOut {
            let clock = workspace.clock
            looks = await WorldCollector(now: { clock.now }).collect(try await targets(permission, hash)).looks
        }
        guard let report = permission.report else { return .taken(WorldEvidence(looks), at: now, against: .real) }
        let outside = report.looks(base: workspace.configuration.baseURL, metadataHash: hash)
        let at = report.instant.map { min($0, now) } ?? now
        return .taken(WorldEvidence(looks.merging(outside) { $1 }), at: at, against: .real)
    }

    private func targets(_ permission: Permission, _ hash: String) async throws -> WorldTargets {
        WorldTargets(
            timeServer: permission.timeServer.map { WorldTargets.TimeServer($0) },
            gateways: try await gateways(),
            base: workspace.configuration.baseURL,
            metadataHash: hash,
            portals: try portals(),
            partners: try partners()
        )
    }

    private func gateways() async throws -> [GatewayAddress] {
        let entries = try await WhitelistDesk(workspace, stage: .live).entries(WhitelistSelection(kind: .gateway))
        return entries.compactMap { entry in
            guard entry.state == .active, case .gateway(let address) = entry.subject else { return nil }
            return address
        }
    }

    private func portals() throws -> [PortalKeysProbe.Portal] {
        try workspace.portalDirectory.entries().compactMap { entry in
            guard let url = entry.keyURL, let algorithm = TokenAlgorithm(rawValue: entry.algorithm) else { return nil }
            return PortalKeysProbe.Portal(entry.name, url: url) { octets in
                _ = try await PortalKey.read(String(decoding: octets, as: UTF8.self), algorithm: algorithm)
            }
        }
    }

    private func partners() throws -> [PartnerMetadataProbe.Published] {
        guard let huawei = workspace.configuration.huawei, let entityID = huawei.serviceProvider,
            let url = huawei.site.metadataURL, let provider = try workspace.federation().serviceProvider(entityID)
        else { return [] }
        let imported = Set(provider.descriptor.signingCertificates.map(\.fingerprint))
        return [PartnerMetadataProbe.Published(entityID, url: url, imported: imported)]
    }
}
