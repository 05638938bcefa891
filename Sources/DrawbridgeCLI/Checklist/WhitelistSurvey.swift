import HuaweiCloud
import IdentityProvider
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// The whitelist of stage live, with the SPs' metadata and what was used lately.
struct WhitelistSurvey {
    private let workspace: Workspace
    private let now: Instant

    init(_ workspace: Workspace, at now: Instant) {
        self.workspace = workspace
        self.now = now
    }

    func look() async throws -> WhitelistEvidence {
        let desk = WhitelistDesk(workspace, stage: .live)
        let entries = try await desk.entries(.standing)
        let providers = try workspace.federation().serviceProviders.map { provider in
            (provider.entityID, provider.descriptor.signingCertificates.map(\.fingerprint))
        }
        return WhitelistEvidence(
            entries: entries,
            certificates: Dictionary(providers) { first, _ in first },
            used: try await used(of: entries),
            unusedDays: days,
            huawei: workspace.configuration.huawei?.serviceProvider,
            hosts: try workspace.configuration.huawei?.site.outboundHosts() ?? []
        )
    }

    private var days: Int64 { workspace.configuration.checklist.unused }

    // The ledger knows accounts by their hash alone; those that are listed can be hashed and compared.
    private func used(of entries: [WhitelistEntry]) async throws -> Set<String> {
        var query = AuditQuery()
        query.kind = .issued
        query.since = now.adding(seconds: -days * 86_400)
        query.limit = .max
        let crossed = Set(try await workspace.archive.records(query).compactMap(\.account))
        guard !crossed.isEmpty else { return [] }
        let hash = try workspace.accountHash()
        let listed = entries.compactMap { entry in
            if case .account(.exact(let id)) = entry.subject { id } else { nil }
        }
        return Set(listed.filter { crossed.contains(hash.hash($0)) })
    }
}
