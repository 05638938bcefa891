import Foundation
import IdentityProvider
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

extension ChecklistSurvey {
    /// Looks at this installation, and at the world as far as the operator lets it.
    init(_ workspace: Workspace, _ permission: WorldSurvey.Permission, at now: Instant) {
        self.init(
            looks: Self.files(workspace, now) + Self.records(workspace, now) + [Self.world(workspace, permission, now)]
        )
    }

    private static func files(_ workspace: Workspace, _ now: Instant) -> [ChecklistLook] {
        [
            ChecklistLook(\.ownMetadata, at: now) { try await MetadataSurvey(workspace, at: now).own() },
            ChecklistLook(\.huaweiMetadata, at: now) { try MetadataSurvey(workspace, at: now).huawei() },
            ChecklistLook(\.partnerCenter, at: now) { try await PartnerCenterSurvey(workspace).look() },
            ChecklistLook(\.defences, at: now) { try DefenceSurvey.look() },
            ChecklistLook(\.keys, at: now) { try await KeySurvey(workspace).look() },
            ChecklistLook(\.settings, at: now) { try SettingsSurvey(workspace, at: now).look() },
            ChecklistLook(\.run, at: now, against: .simulation) { try await RunSurvey(workspace).look() },
        ]
    }

    private static func records(_ workspace: Workspace, _ now: Instant) -> [ChecklistLook] {
        [
            ChecklistLook(\.store, at: now) { try await StoreSurvey(workspace).look() },
            ChecklistLook(\.whitelist, at: now) { try await WhitelistSurvey(workspace, at: now).look() },
            ChecklistLook(\.coverage, at: now) { try await coverageOfLive(workspace, now) },
            ChecklistLook(\.attachments, at: now, against: .person) { try await attached(workspace) },
            ChecklistLook(\.crossings) {
                let survey = CrossingSurvey(workspace, at: now, screenshots: try await attached(workspace))
                let crossings = try await survey.look()
                return .taken(crossings, at: now, against: crossings.isReal ? .real : .simulation)
            },
        ]
    }

    private static func world(
        _ workspace: Workspace,
        _ permission: WorldSurvey.Permission,
        _ now: Instant
    ) -> ChecklistLook {
        ChecklistLook(\.world, limit: LookTimeout.world) {
            let seen = try await WorldSurvey(workspace, at: now).look(permission)
            guard case .taken(let world, let at, _) = seen else { return seen }
            let isSimulated = try workspace.huaweiProvider()?.descriptor.isOfSimulation == true
            return .taken(world, at: at, against: isSimulated ? .simulation : .real)
        }
    }

    /// Who signed on lately counts as known, in seconds: a week, as `whitelist coverage` has it.
    private static let lately: Int64 = 7 * 86_400

    private static func coverageOfLive(_ workspace: Workspace, _ now: Instant) async throws -> CoverageEvidence {
        let since = now.adding(seconds: -lately)
        let (coverage, _) = try await CoverageSurvey(workspace: workspace).coverage(of: .live, since: since)
        let refused = coverage.refused.map { finding in
            (finding.subject.account ?? finding.subject.hash) + ": " + finding.refusal.code.id
        }
        return CoverageEvidence(judged: coverage.judged, refused: refused)
    }

    private static func attached(_ workspace: Workspace) async throws -> [String: ChecklistAttachment] {
        let all = try await SQLiteChecklistStore(workspace.database).attachments()
        return Dictionary(all.map { ($0.rule, $0) }) { first, _ in first }
    }
}
