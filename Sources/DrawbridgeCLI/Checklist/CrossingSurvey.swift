import HuaweiCloud
import IdentityProvider
import JointDebug
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// What went to the real HUAWEI CLOUD, and what came from it, as our own chains and associations tell.
struct CrossingSurvey {
    private let workspace: Workspace
    private let now: Instant
    private let screenshots: [String: ChecklistAttachment]

    init(_ workspace: Workspace, at now: Instant, screenshots: [String: ChecklistAttachment]) {
        self.workspace = workspace
        self.now = now
        self.screenshots = screenshots
    }

    func look() async throws -> CrossingEvidence {
        let entityID = try workspace.requireHuawei().serviceProvider
        let provider = try entityID.flatMap { try workspace.federation().serviceProvider($0) }
        let isReal =
            provider?.descriptor.signingCertificates.allSatisfy {
                $0.organization != SimulatedHuaweiCloud.organization
            } == true
        var query = AuditQuery()
        query.kind = .issued
        query.serviceProvider = entityID
        query.limit = .max
        let issued = entityID == nil ? [] : try await workspace.archive.records(query)
        let bound = try await bound()
        return CrossingEvidence(
            isReal: isReal,
            signOn: issued.first.map(Self.crossing),
            firstLogin: issued.first { record in record.account.map { bound.keys.contains($0) } == true }
                .map(Self.crossing),
            notification: bound.values.max().map { .init(reference: "association", at: $0) },
            screenshots: screenshots
        )
    }

    // A bind is taken while a first login is open, and by no other way is its source the notification.
    private func bound() async throws -> [String: Instant] {
        let hash = try workspace.accountHash()
        let associations = try await AllAssociations(store: workspace.associationStore())
            .collect { $0.state == .bound && $0.source == .notification }
        return Dictionary(associations.map { (hash.hash($0.account), $0.since) }) { first, _ in first }
    }

    private static func crossing(_ record: AuditRecord) -> CrossingEvidence.Crossing {
        .init(reference: record.reference ?? "-", at: record.at)
    }
}
