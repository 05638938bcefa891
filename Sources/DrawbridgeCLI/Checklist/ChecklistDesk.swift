import Foundation
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// Runs the checklist of one installation, and keeps what came of it.
struct ChecklistDesk {
    let workspace: Workspace
    let store: SQLiteChecklistStore
    private let configurationPath: String

    init(_ path: String) throws {
        workspace = try Workspace(path)
        store = SQLiteChecklistStore(workspace.database)
        configurationPath = path
    }

    /// Which of a stage's rules are judged.
    struct Choice {
        var only: Set<String> = []
        var skip: Set<String> = []
        var reason = ""

        /// Refuses ids that no rule has.
        func requireKnown() throws {
            let known = Set(ChecklistRule.all.map(\.id))
            guard let wrong = only.union(skip).subtracting(known).min() else { return }
            throw CommandFailure(
                .unusable,
                "There is no rule \(wrong); see: drawbridge checklist list",
                "没有规则 \(wrong)，见：drawbridge checklist list"
            )
        }
    }

    /// Judges a stage.
    /// - Parameters:
    ///   - stage: the stage.
    ///   - choice: which rules.
    ///   - permission: how far it may look at the world.
    ///   - progress: told of each result as it comes.
    /// - Returns: the run, not kept yet.
    /// - Throws: when the store fails.
    func run(
        _ stage: ChecklistStage,
        _ choice: Choice,
        _ permission: WorldSurvey.Permission,
        progress: (ChecklistRule, ChecklistResult) -> Void
    ) async throws -> ChecklistRun {
        let survey = ChecklistSurvey(workspace)
        let evidence = await survey.evidence(permission)
        let waivers = Dictionary(try await store.waivers().map { ($0.rule, $0) }) { first, _ in first }
        var results: [ChecklistResult] = []
        for rule in ChecklistRule.of(stage) where choice.only.isEmpty || choice.only.contains(rule.id) {
            let result =
                choice.skip.contains(rule.id)
                ? ChecklistResult.skipped(rule.id, because: choice.reason)
                : rule.result(on: evidence, waiver: waivers[rule.id], at: survey.now)
            results.append(result)
            progress(rule, result)
        }
        return ChecklistRun(
            stage,
            at: survey.now,
            by: Workspace.person,
            under: try surrounding(evidence),
            results: results
        )
    }

    /// What results are taken under now.
    func surrounding(_ evidence: ChecklistEvidence) throws -> ChecklistRun.Surrounding {
        var metadata: String?
        if case .taken(let file, _, _) = evidence.ownMetadata { metadata = file.sha256 }
        return ChecklistRun.Surrounding(
            version: Drawbridge.version,
            configuration: Hexadecimal.encode(Digest.sha256(try InputFile.read(configurationPath))),
            metadata: metadata
        )
    }

    /// What results would be taken under now, without looking at anything else.
    func present() async throws -> ChecklistRun.Surrounding {
        var evidence = ChecklistEvidence()
        if let own = try? await MetadataSurvey(workspace, at: workspace.clock.now).own() {
            evidence.ownMetadata = .taken(own, at: workspace.clock.now, against: .ownMeasurement)
        }
        return try surrounding(evidence)
    }

    /// A rule, by its id.
    static func rule(_ id: String) throws -> ChecklistRule {
        try Choice(only: [id]).requireKnown()
        guard let rule = ChecklistRule.named(id) else { throw CommandFailure(.fault, id, id) }
        return rule
    }
}
