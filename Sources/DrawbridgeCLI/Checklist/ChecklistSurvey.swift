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
    /// Looks share one disk and one store: more at a time are not sooner done.
    private let turnstile = Turnstile(4)

    init(_ workspace: Workspace) {
        self.workspace = workspace
        now = workspace.clock.now
    }

    /// Looks at everything that the rules ask for, a few looks at a time.
    /// - Parameter permission: how far it may look at the world.
    /// - Returns: the evidence.
    func evidence(_ permission: WorldSurvey.Permission) async -> ChecklistEvidence {
        async let ownMetadata = taken { try await MetadataSurvey(workspace, at: now).own() }
        async let huaweiMetadata = taken { try MetadataSurvey(workspace, at: now).huawei() }
        async let partnerCenter = taken { try await PartnerCenterSurvey(workspace).look() }
        async let defences = taken { try DefenceSurvey.look() }
        async let keys = taken { try await KeySurvey(workspace).look() }
        async let settings = taken { try SettingsSurvey(workspace, at: now).look() }
        async let store = taken { try await StoreSurvey(workspace).look() }
        async let whitelist = taken { try await WhitelistSurvey(workspace, at: now).look() }
        async let coverage = taken { try await coverageOfLive() }
        async let run = taken(against: .simulation) { try await RunSurvey(workspace).look() }
        async let attachments = taken(against: .person) { try await attached() }
        async let crossings = taken(against: .real) {
            try await CrossingSurvey(workspace, at: now, screenshots: attached()).look()
        }
        var evidence = ChecklistEvidence()
        // Probes have time-outs of their own, one each.
        do {
            evidence.world = try await WorldSurvey(workspace, at: now).look(permission)
        } catch {
            evidence.world = .missing(Self.sentence(error))
        }
        (evidence.ownMetadata, evidence.huaweiMetadata) = await (ownMetadata, huaweiMetadata)
        (evidence.partnerCenter, evidence.defences) = await (partnerCenter, defences)
        (evidence.keys, evidence.settings) = await (keys, settings)
        (evidence.store, evidence.whitelist) = await (store, whitelist)
        (evidence.coverage, evidence.run) = await (coverage, run)
        (evidence.attachments, evidence.crossings) = await (attachments, crossings)
        return evidence
    }

    /// Who signed on lately counts as known, in seconds: a week, as `whitelist coverage` has it.
    private static let lately: Int64 = 7 * 86_400

    private func coverageOfLive() async throws -> CoverageEvidence {
        let since = now.adding(seconds: -Self.lately)
        let (coverage, _) = try await CoverageSurvey(workspace: workspace).coverage(of: .live, since: since)
        let refused = coverage.refused.map { finding in
            (finding.subject.account ?? finding.subject.hash) + ": " + finding.refusal.code.id
        }
        return CoverageEvidence(judged: coverage.judged, refused: refused)
    }

    private func attached() async throws -> [String: ChecklistAttachment] {
        let all = try await SQLiteChecklistStore(workspace.database).attachments()
        return Dictionary(all.map { ($0.rule, $0) }) { first, _ in first }
    }

    // A look that fails or hangs is no pass and no end of the run: its rules say why nobody knows.
    private func taken<Value: Sendable>(
        against provenance: Provenance = .ownMeasurement,
        _ look: @escaping @Sendable () async throws -> Value
    ) async -> Evidence<Value> {
        await turnstile.enter()
        let evidence: Evidence<Value>
        do {
            evidence = .taken(try await LookTimeout.run(LookTimeout.usual, look), at: now, against: provenance)
        } catch {
            evidence = .missing(Self.sentence(error))
        }
        await turnstile.leave()
        return evidence
    }

    private static func sentence(_ error: any Error) -> Bilingual {
        switch error {
        case let failure as CommandFailure: return failure.text
        case let passed as LookTimeout.Passed:
            let seconds = passed.limit.components.seconds
            return Bilingual("It took longer than \(seconds) seconds.", "超过 \(seconds) 秒未完成。")
        default: return Bilingual("It could not be looked at: \(error)", "无法采集：\(error)")
        }
    }
}
