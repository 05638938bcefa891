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

    init(_ path: String) throws {
        self.init(try Workspace(path))
    }

    init(_ workspace: Workspace) {
        self.workspace = workspace
        store = SQLiteChecklistStore(workspace.database)
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
    ///   - choice: which rules; no look is taken that none of them needs.
    ///   - permission: how far it may look at the world.
    ///   - progress: told of each result as its look ends, and of how many there will be.
    /// - Returns: the run, not kept yet.
    /// - Throws: when the store fails.
    func run(
        _ stage: ChecklistStage,
        _ choice: Choice,
        _ permission: WorldSurvey.Permission,
        progress: (ChecklistProgress.Step) -> Void
    ) async throws -> ChecklistRun {
        let now = workspace.clock.now
        let surrounding = try await present()
        let rules = ChecklistRule.of(stage).filter { choice.only.isEmpty || choice.only.contains($0.id) }
        let waivers = Dictionary(try await store.waivers().map { ($0.rule, $0) }) { first, _ in first }
        var results: [String: ChecklistResult] = [:]
        func tell(_ rule: ChecklistRule, _ result: ChecklistResult) {
            results[rule.id] = result
            progress(ChecklistProgress.Step(rule: rule, result: result, done: results.count, all: rules.count))
        }
        for rule in rules where choice.skip.contains(rule.id) { tell(rule, .skipped(rule.id, because: choice.reason)) }
        let judged = rules.filter { !choice.skip.contains($0.id) }
        var permission = permission
        permission.rules = Set(judged.map(\.id))
        let survey = ChecklistSurvey(workspace, permission, at: now)
        var ended: Set<PartialKeyPath<ChecklistEvidence>> = []
        let evidence = await survey.evidence(of: judged.reduce(into: []) { $0.formUnion($1.parts) }) { part, evidence in
            ended.insert(part)
            for rule in judged where results[rule.id] == nil && rule.parts.isSubset(of: ended) {
                tell(rule, rule.result(on: evidence, waiver: waivers[rule.id], for: stage, at: now))
            }
        }
        // A rule that rests on what nobody looks at is not verified; it never falls out of the run.
        for rule in judged where results[rule.id] == nil {
            tell(rule, rule.result(on: evidence, waiver: waivers[rule.id], for: stage, at: now))
        }
        return ChecklistRun(
            stage,
            at: now,
            by: Workspace.person,
            under: surrounding,
            results: rules.compactMap { results[$0.id] }
        )
    }

    /// What results are taken under now.
    func present() async throws -> ChecklistRun.Surrounding {
        let survey = MetadataSurvey(workspace, at: workspace.clock.now)
        return ChecklistRun.Surrounding(
            version: Drawbridge.version,
            configuration: try await Self.hash { try InputFile.read(workspace.configuration.path) },
            metadata: try? await Self.hash { try await survey.document() },
            huaweiMetadata: try? await Self.hash { try survey.huaweiDocument().bytes },
            environment: Self.environment(ProcessInfo.processInfo.environment)
        )
    }

    private static func hash(_ read: @escaping @Sendable () async throws -> [UInt8]) async throws -> String {
        Hexadecimal.encode(Digest.sha256(try await LookTimeout.run(LookTimeout.usual, read)))
    }

    /// The hash of what the environment sets in place of the file.
    static func environment(_ variables: [String: String]) -> String? {
        let set = ConfigurationKey.all.map { ConfigurationFile.variable($0) }.filter { variables[$0] != nil }
        guard !set.isEmpty else { return nil }
        let text = set.sorted().map { "\($0)=\(variables[$0] ?? "")\n" }.joined()
        return Hexadecimal.encode(Digest.sha256(Array(text.utf8)))
    }

    /// A rule, by its id.
    static func rule(_ id: String) throws -> ChecklistRule {
        try Choice(only: [id]).requireKnown()
        guard let rule = ChecklistRule.named(id) else { throw CommandFailure(.fault, id, id) }
        return rule
    }
}
