import JointDebug
import SAML

/// What is printed behind the scenarios: how many of each family passed, and where the reports lie.
struct RunSummary {
    let run: RunRecord
    let folder: RunFolder

    func print() {
        Terminal.print("")
        let head = [
            say("FAMILY", "类别"), say("PASSED", "通过"), say("FAILED", "失败"), say("NOT RUN", "未运行"),
        ]
        let rows = ScenarioFamily.allCases.compactMap { family -> [String]? in
            let scenarios = run.scenarios.filter { $0.family == family }
            guard !scenarios.isEmpty else { return nil }
            let counts = [ScenarioReport.Verdict.passed, .failed, .notRun].map { verdict in
                String(scenarios.count { $0.verdict == verdict })
            }
            return [family.title[Speech.language]] + counts
        }
        Terminal.print(table: [head] + rows)
        Terminal.print("")
        Terminal.print(RunWords.counts(run)[Speech.language])
        Terminal.print(say("timeline", "时间线") + ": " + folder.path + "/timeline.html")
        Terminal.print(say("report", "报告") + ": " + folder.path + "/report.md")
        Terminal.print(say("again", "再次查看") + ": drawbridge joint-debug show \(folder.path)")
    }
}
