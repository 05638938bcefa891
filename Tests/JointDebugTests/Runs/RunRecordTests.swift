import Foundation
import SAML
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("Runs as they are kept")
struct RunRecordTests {
    private static func scenario(_ id: String, proves: [String] = []) throws -> Scenario {
        let text = """
            - id: \(id)
              purpose: { en: shown, zh: 展示 }
              source: here
              proves: [\(proves.joined(separator: ", "))]
              steps:
                - do: new-browser
            """
        return try #require(ScenarioFile.scenarios(in: text, named: "x.yaml").first)
    }

    private static func report(
        _ id: String,
        proves: [String] = [],
        failure: StepFailure? = nil,
        missing: ScenarioNeed? = nil,
        findings: [[LintFinding]] = []
    ) throws -> ScenarioReport {
        let step = StepReport(
            title: Bilingual("done", "完成"),
            action: "new-browser",
            facts: [StepFact("token", "令牌", "token=abc")],
            failure: failure,
            attempts: 1,
            exchanges: 0..<0,
            milliseconds: 3
        )
        return ScenarioReport(
            scenario: try scenario(id, proves: proves),
            missing: missing,
            steps: missing == nil ? [step] : [],
            trace: [],
            findings: findings,
            began: Instant(seconds: 1_795_000_000),
            milliseconds: 5
        )
    }

    private static func run(_ name: String, _ reports: [ScenarioReport]) -> RunRecord {
        RunRecord(
            reports,
            name: name,
            at: Instant(seconds: 1_795_000_000),
            identityProvider: .init(entityID: "https://idp.example.com", metadataSHA256: "aa"),
            milliseconds: 9
        )
    }

    @Test("A rule holds when every scenario that shows it passed; what was not run shows nothing")
    func rules() throws {
        let failure = StepFailure("no", "否", code: "signature.missing")
        let run = Self.run(
            "one",
            [
                try Self.report("sign-on.a", proves: ["request.fixture", "request.name-id"]),
                try Self.report("requests.b", proves: ["request.name-id"], failure: failure),
                try Self.report("bss.c", proves: ["bss.time"], missing: .bss),
            ]
        )
        let verdicts = Dictionary(uniqueKeysWithValues: run.rules.map { ($0.rule, $0.holds) })
        #expect(verdicts == ["request.fixture": true, "request.name-id": false])
        #expect(run.count(.passed) == 1 && run.count(.failed) == 1 && run.count(.notRun) == 1)
        #expect(!run.holds)
    }

    @Test("A rule of which a scenario was left out does not hold; one that failed does so all the same")
    func parts() throws {
        let all = try ["requests.a", "requests.b"].map { try Self.scenario($0, proves: ["request.name-id"]) }
        func rules(_ failure: StepFailure?) throws -> [RunRecord.RuleRecord] {
            RunRules.judge([try Self.report("requests.a", proves: ["request.name-id"], failure: failure)], of: all)
        }
        #expect(try rules(nil).isEmpty)
        #expect(try rules(StepFailure("no", "否")).map(\.holds) == [false])
        let whole = try all.map { try Self.report($0.id, proves: $0.proves) }
        #expect(RunRules.judge(whole, of: all).map(\.holds) == [true])
    }

    @Test("The rules for messages are judged by every Response that was checked")
    func messages() throws {
        let rule = try #require(RunRules.messageRules.first)
        let good = try Self.report("sign-on.a", findings: [[]])
        let bad = try Self.report("sign-on.b", findings: [[LintFinding(rule)]])
        let unchecked = try Self.report("sign-on.a")
        #expect(Self.run("none", [unchecked]).rules.isEmpty)
        let clean = Self.run("good", [good]).rules
        #expect(clean.allSatisfy { $0.holds })
        let broken = Self.run("bad", [good, bad]).rules.filter { !$0.holds }
        #expect(broken.map(\.rule) == [rule.id] && broken.first?.scenarios == ["sign-on.b"])
    }

    @Test("A run in which nothing was played does not hold")
    func empty() throws {
        #expect(!Self.run("none", []).holds)
        let skipped = try Self.report("bss.c", missing: .bss)
        #expect(!Self.run("missing", [skipped]).holds)
    }

    @Test("Two runs differ where a scenario ends otherwise, or fails for another reason")
    func difference() throws {
        let first = StepFailure("no", "否", code: "time.stale")
        let second = StepFailure("no", "否", code: "time.future")
        let before = Self.run("a", [try Self.report("sign-on.a"), try Self.report("requests.b", failure: first)])
        let after = Self.run(
            "b",
            [try Self.report("requests.b", failure: second), try Self.report("sign-on.a"), try Self.report("bss.c")]
        )
        let changes = RunDifference(from: before, to: after).items
        #expect(changes.map(\.scenario) == ["bss.c", "requests.b"])
        #expect(changes.first?.before == nil && changes.last?.reason == "time.future")
        #expect(RunDifference(from: after, to: after).items.isEmpty)
    }

    @Test("No token stands in a run's file")
    func secrets() throws {
        let json = try JSONEncoder().encode(Self.run("one", [try Self.report("sign-on.a")]))
        #expect(!String(decoding: json, as: UTF8.self).contains("abc"))
    }
}
