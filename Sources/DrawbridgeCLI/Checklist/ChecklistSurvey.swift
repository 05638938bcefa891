import Foundation
import IdentityProvider
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// Collects what rules are judged on, from this installation; what cannot be read says why.
struct ChecklistSurvey {
    let workspace: Workspace
    let now: Instant

    init(_ workspace: Workspace) {
        self.workspace = workspace
        now = workspace.clock.now
    }

    /// Looks at everything that the rules ask for.
    /// - Parameter permission: how far it may look at the world.
    /// - Returns: the evidence.
    func evidence(_ permission: WorldSurvey.Permission) async -> ChecklistEvidence {
        var evidence = ChecklistEvidence()
        evidence.ownMetadata = await taken { try await MetadataSurvey(workspace, at: now).own() }
        evidence.huaweiMetadata = await taken { try MetadataSurvey(workspace, at: now).huawei() }
        evidence.partnerCenter = await taken { try await PartnerCenterSurvey(workspace).look() }
        evidence.defences = await taken { try DefenceSurvey.look() }
        evidence.keys = await taken { try await KeySurvey(workspace).look() }
        evidence.settings = await taken { try SettingsSurvey(workspace, at: now).look() }
        evidence.store = await taken { try await StoreSurvey(workspace).look() }
        evidence.whitelist = await taken { try await WhitelistSurvey(workspace, at: now).look() }
        evidence.coverage = await taken { try await coverage() }
        evidence.run = await taken(against: .simulation) { try RunSurvey(workspace).look() }
        evidence.attachments = await taken(against: .person) { try await attachments() }
        evidence.crossings = await taken(against: .real) {
            try await CrossingSurvey(workspace, at: now, screenshots: attachments()).look()
        }
        do {
            evidence.world = try await WorldSurvey(workspace, at: now).look(permission)
        } catch {
            evidence.world = .missing(Bilingual("It could not be looked at: \(error)", "无法采集：\(error)"))
        }
        return evidence
    }

    /// Who signed on lately counts as known, in seconds: a week, as `whitelist coverage` has it.
    private static let lately: Int64 = 7 * 86_400

    private func coverage() async throws -> CoverageEvidence {
        let since = now.adding(seconds: -Self.lately)
        let (coverage, _) = try await CoverageSurvey(workspace: workspace).coverage(of: .live, since: since)
        let refused = coverage.refused.map { finding in
            (finding.subject.account ?? finding.subject.hash) + ": " + finding.refusal.code.id
        }
        return CoverageEvidence(judged: coverage.judged, refused: refused)
    }

    private func attachments() async throws -> [String: ChecklistAttachment] {
        let all = try await SQLiteChecklistStore(workspace.database).attachments()
        return Dictionary(all.map { ($0.rule, $0) }) { first, _ in first }
    }

    // A look that fails is no pass and no end of the run: its rules say why nobody knows.
    private func taken<Value: Sendable>(
        against provenance: Provenance = .ownMeasurement,
        _ look: () async throws -> Value
    ) async -> Evidence<Value> {
        do {
            return .taken(try await look(), at: now, against: provenance)
        } catch let failure as CommandFailure {
            return .missing(failure.text)
        } catch {
            return .missing(Bilingual("It could not be looked at: \(error)", "无法采集：\(error)"))
        }
    }
}
