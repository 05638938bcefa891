import Onboarding
import Testing
import XMLSecurity

@Suite("Who may change the stage, and when")
struct StageRuleTests {
    private static let now = ChecklistSample.now

    private static func person(_ name: String) -> Operator {
        Operator(
            id: 1,
            name: name,
            role: .approver,
            portal: nil,
            since: now,
            until: now.adding(seconds: 60),
            addedBy: "root"
        )
    }

    private static func run(_ evidence: ChecklistEvidence, stage: ChecklistStage = .live) -> ChecklistRun {
        let results = ChecklistRule.of(stage).map { $0.result(on: evidence, for: stage, at: now) }
        let here = ChecklistRun.Surrounding(version: "0", configuration: "aa", metadata: nil)
        return ChecklistRun(stage, at: now, by: "li", under: here, results: results)
    }

    private static func judge(
        _ move: StageMove,
        from stage: Stage,
        _ run: ChecklistRun? = nil,
        approver: String? = nil
    ) throws(StageRefusal) -> Stage {
        try StageRule.judge(move, from: stage, run: run, by: person("li"), approvedBy: approver.map { person($0) })
    }

    @Test("Production opens where every rule that must hold does, and only from joint debugging")
    func goLive() throws {
        let good = Self.run(try ChecklistSample().evidence)
        #expect(try Self.judge(.goLive, from: .jointDebug, good) == .live)
        for stage in [Stage.live, .closed] {
            #expect(throws: StageRefusal.from(.goLive, stage)) { try Self.judge(.goLive, from: stage, good) }
        }
    }

    @Test("No run, a run of another stage, a run of some rules, and one open rule each keep it shut")
    func blocked() throws {
        let evidence = try ChecklistSample().evidence
        let good = Self.run(evidence)
        let part = ChecklistRun(
            .live,
            at: Self.now,
            by: "li",
            under: good.surrounding,
            results: Array(good.results.dropLast())
        )
        var sample = try ChecklistSample()
        try sample.spoil(try #require(ChecklistRule.named("store.backup")))
        for run in [nil, Self.run(evidence, stage: .jointDebug), part] {
            #expect(throws: StageRefusal.self) { try Self.judge(.goLive, from: .jointDebug, run) }
        }
        #expect(throws: StageRefusal.blocked(1)) {
            try Self.judge(.goLive, from: .jointDebug, Self.run(sample.evidence))
        }
    }

    @Test("One person shuts production, two open it again, and one person twice is one")
    func backAndReopen() throws {
        #expect(try Self.judge(.back, from: .live) == .closed)
        #expect(try Self.judge(.back, from: .jointDebug) == .closed)
        #expect(throws: StageRefusal.from(.back, .closed)) { try Self.judge(.back, from: .closed) }
        #expect(try Self.judge(.reopen, from: .closed, approver: "wang") == .live)
        for approver in [nil, "li", "LI"] {
            #expect(throws: StageRefusal.secondPerson) { try Self.judge(.reopen, from: .closed, approver: approver) }
        }
        for stage in [Stage.live, .jointDebug] {
            #expect(throws: StageRefusal.from(.reopen, stage)) {
                try Self.judge(.reopen, from: stage, approver: "wang")
            }
        }
    }
}
