import Onboarding
import SAML
import XMLSecurity

/// The report as Markdown that GitHub renders, in one language.
struct ChecklistMarkdown {
    let report: ChecklistReport
    let language: Language

    var text: String {
        let heading = "# \(say(ChecklistWords.heading)): \(say(ChecklistWords.stage(report.run.stage)))"
        let facts = table(ChecklistWords.facts(report).map { [say($0), $1] }, head: ["", ""])
        let counts = table(
            [ChecklistVerdict.allCases.map { String(report.run.count($0)) }],
            head: ChecklistVerdict.allCases.map { say(ChecklistWords.verdict($0)) }
        )
        return ([heading, "", facts, "", counts, ""] + left + ["", rules]).joined(separator: "\n")
    }

    private var left: [String] {
        guard !report.open.isEmpty else { return [say(ChecklistWords.nothingLeft)] }
        return ["## " + say(ChecklistWords.left), ""]
            + report.open.map { item in
                let what = item.rule?.hint[language] ?? item.result.sentence[language]
                return "- " + Self.escaped("\(item.result.rule) (\(say(ChecklistWords.level(item.level)))): \(what)")
            }
    }

    private var rules: String {
        let head = [
            Bilingual("Result", "结果"), Bilingual("Rule", "规则"), Bilingual("Title", "内容"),
            Bilingual("Finding", "结论"), Bilingual("Proved against", "依据"), Bilingual("Taken at", "取证时间"),
            Bilingual("Evidence", "证据"),
        ]
        return table(report.items.map(row), head: head.map(say))
    }

    private func row(_ item: ChecklistReport.Item) -> [String] {
        let result = item.result
        let waiver = ChecklistWords.waiver(of: result).map { " " + say($0) } ?? ""
        return [
            ChecklistWords.mark(result.verdict) + " " + say(ChecklistWords.verdict(result.verdict)), result.rule,
            say(item.title), say(result.sentence) + waiver,
            result.provenance.map { say(ChecklistWords.provenance($0)) } ?? "",
            result.takenAt?.xsDateTime ?? "", result.facts.map { "\($0.name): \($0.value)" }.joined(separator: "; "),
        ]
    }

    private func table(_ rows: [[String]], head: [String]) -> String {
        ([head] + [head.map { _ in "---" }] + rows).enumerated().map { number, cells in
            "| " + cells.map { number == 1 ? $0 : Self.escaped($0) }.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }

    private func say(_ text: Bilingual) -> String { text[language] }

    /// A text of which Markdown makes nothing else: no cell, no link, no tag, no other line.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\\", "|", "`", "*", "_", "[", "]", "~", "#", "!": escaped += "\\\(scalar)"
            case _ where scalar.properties.isWhitespace || scalar.properties.generalCategory == .control:
                escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
