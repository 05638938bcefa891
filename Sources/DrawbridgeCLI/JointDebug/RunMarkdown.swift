import JointDebug
import SAML

/// A run as Markdown, in one language.
struct RunMarkdown {
    let run: RunRecord
    let language: Language

    var text: String {
        let facts = RunWords.facts(run).map { "| \(say($0.0)) | \(escaped($0.1)) |" }
        let head = ["# \(say(RunWords.heading))", "", "| | |", "| --- | --- |"]
        let against = "| \(say(Bilingual("Against", "对端"))) | \(say(RunWords.kind(run.kind))) |"
        return (head + facts + [against, "", "**\(say(RunWords.counts(run)))**", ""] + table + failures)
            .joined(separator: "\n") + "\n"
    }

    private var table: [String] {
        let head = [
            Bilingual("Result", "结果"), Bilingual("Scenario", "场景"), Bilingual("Purpose", "目的"),
            Bilingual("Steps", "步骤"), Bilingual("Source", "依据"),
        ]
        let rows = run.scenarios.map { scenario in
            let held = scenario.steps.filter { $0.failure == nil }.count
            return [
                "\(RunWords.mark(scenario.verdict)) \(say(RunWords.verdict(scenario.verdict)))", scenario.id,
                say(scenario.purpose.bilingual), "\(held)/\(scenario.steps.count)",
                scenario.source,
            ]
        }
        return [row(head.map(say)), row(head.map { _ in "---" })] + rows.map { row($0.map(escaped)) }
    }

    private var failures: [String] {
        run.scenarios.flatMap { scenario -> [String] in
            if let missing = scenario.missing {
                return ["", "- \(escaped(scenario.id)): \(escaped(say(missing.bilingual)))"]
            }
            guard let step = scenario.failure, let failure = step.failure else { return [] }
            var lines = ["", "## ✗ \(escaped(scenario.id))", ""]
            lines.append("**\(escaped(say(step.title.bilingual)))**: \(escaped(say(failure.sentence.bilingual)))")
            if let hint = failure.hint { lines += ["", "\(say(RunWords.hint)): \(escaped(say(hint.bilingual)))"] }
            // Four spaces make a block of code of any text.
            if let message = failure.message { lines += [""] + message.split(separator: "\n").map { "    " + $0 } }
            return lines
        }
    }

    private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private func escaped(_ text: String) -> String { ChecklistMarkdown.escaped(text) }

    private func say(_ text: Bilingual) -> String { text[language] }
}
