import HuaweiCloud
import IdentityProvider
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// What went to the real HUAWEI CLOUD, and what came from it, as our own chains tell.
///
/// One store may have seen a simulation before: what is older than the metadata that is imported now, and notifications
/// that another certificate verified, are not of the real one.
struct CrossingSurvey {
    /// How many bindings are looked through for one that a first login led to.
    private static let mostBindings = 200

    private let workspace: Workspace
    private let now: Instant
    private let screenshots: [String: ChecklistAttachment]

    init(_ workspace: Workspace, at now: Instant, screenshots: [String: ChecklistAttachment]) {
        self.workspace = workspace
        self.now = now
        self.screenshots = screenshots
    }

    func look() async throws -> CrossingEvidence {
        _ = try workspace.requireHuawei()
        let provider = try workspace.huaweiProvider()
        guard let provider, !provider.descriptor.isOfSimulation, let imported = try await imported(provider) else {
            let isReal = provider.map { !$0.descriptor.isOfSimulation } ?? false
            return CrossingEvidence(
                isReal: isReal,
                imported: nil,
                signOn: nil,
                firstLogin: nil,
                notification: nil,
                screenshots: screenshots
            )
        }
        return CrossingEvidence(
            isReal: true,
            imported: imported,
            signOn: try await signOn(provider, imported),
            firstLogin: try await firstLogin(provider, imported),
            notification: try await bindings(provider, imported, before: shot("live.real-notification"), limit: 1)
                .first.map(Self.crossing),
            screenshots: screenshots
        )
    }

    // The last import of the name, back to where the very same file came first.
    private func imported(_ provider: ServiceProvider) async throws -> Instant? {
        let entries = try workspace.metadataDirectory.serviceProviders(at: now).entries
        guard let file = entries.first(where: { $0.entity.entityID == provider.entityID }) else { return nil }
        var query = AuditQuery()
        query.kind = .serviceProvider
        query.limit = .max
        let changes = try await workspace.archive.records(query).compactMap { record -> TrailEntry? in
            guard case .event(let entry) = record.content, entry.subject == file.name else { return nil }
            return entry
        }
        let action = "imported SHA-256 " + Hexadecimal.encode(file.sha256)
        return changes.prefix { $0.action == action }.last?.at
    }

    // A screenshot shows what was there already: of what happened since it says nothing.
    private func shot(_ rule: String) -> Instant? {
        screenshots[rule].map { Instant(milliseconds: $0.at.milliseconds + 1) }
    }

    private func signOn(_ provider: ServiceProvider, _ imported: Instant) async throws
        -> CrossingEvidence.Crossing?
    {
        var query = AuditQuery()
        query.kind = .issued
        query.serviceProvider = provider.entityID
        query.since = imported
        query.until = shot("live.real-sign-on")
        query.limit = 1
        return try await newest(query).first.map(Self.crossing)
    }

    private func firstLogin(_ provider: ServiceProvider, _ imported: Instant) async throws
        -> CrossingEvidence.Crossing?
    {
        let shot = shot("live.real-first-login")
        for binding in try await bindings(provider, imported, before: shot, limit: Self.mostBindings) {
            var query = AuditQuery()
            query.kind = .issued
            query.serviceProvider = provider.entityID
            query.account = binding.account
            query.since = max(imported, binding.at.adding(seconds: -RecordedHandOff.firstLoginLifetime))
            query.until = Instant(milliseconds: binding.at.milliseconds + 1)
            query.limit = .max
            let response = try await workspace.archive.records(query).first { record in
                guard case .issuance(let entry) = record.content else { return false }
                return entry.isFirstLogin == true
            }
            guard let response else { continue }
            return CrossingEvidence.Crossing(
                reference: response.reference ?? "-",
                at: binding.at,
                facts: [
                    ChecklistFact("response at", response.at.xsDateTime),
                    ChecklistFact("notification", binding.reference ?? "-"),
                ]
            )
        }
        return nil
    }

    // Accounts that were bound by notifications which a certificate of the present metadata verified, newest first.
    private func bindings(
        _ provider: ServiceProvider,
        _ imported: Instant,
        before end: Instant?,
        limit: Int
    ) async throws -> [AuditRecord] {
        var query = AuditQuery()
        query.kind = .notificationTaken
        query.serviceProvider = provider.entityID
        query.since = imported
        query.until = end
        query.limit = Self.mostBindings
        let certificates = Set(provider.descriptor.signingCertificates.map(\.fingerprint))
        let taken = try await newest(query).filter { record in
            guard case .event(let entry) = record.content, let certificate = entry.subject else { return false }
            return certificates.contains(certificate) && entry.action == AssociationState.bound.rawValue
        }
        return Array(taken.prefix(limit))
    }

    // Those that the screenshot can show; without any, those behind it, so that the rule can tell.
    private func newest(_ query: AuditQuery) async throws -> [AuditRecord] {
        let shown = try await workspace.archive.records(query)
        guard shown.isEmpty, query.until != nil else { return shown }
        var query = query
        query.until = nil
        return try await workspace.archive.records(query)
    }

    private static func crossing(_ record: AuditRecord) -> CrossingEvidence.Crossing {
        var facts: [ChecklistFact] = []
        if case .event(let entry) = record.content, let certificate = entry.subject {
            facts.append(ChecklistFact("verified by certificate", certificate))
        }
        return .init(reference: record.reference ?? "-", at: record.at, facts: facts)
    }
}
