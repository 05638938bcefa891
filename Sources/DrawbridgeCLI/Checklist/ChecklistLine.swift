import Foundation
import Onboarding
import SAML

/// One result on one line, as a run shows it.
enum ChecklistLine {
    /// What tells why without filling the screen; a report has all.
    private static let mostFacts = 6

    static func text(_ rule: ChecklistRule, _ result: ChecklistResult) -> String {
        let language = Speech.language
        // Titles of lint rules are sentences of their own.
        let title = rule.title[language].trimmingCharacters(in: CharacterSet(charactersIn: ".。"))
        let line = "\(mark(result.verdict)) \(rule.id)  \(title): \(result.sentence[language])"
        guard result.verdict != .pass else { return line }
        let waiver = ChecklistWords.waiver(of: result).map { ["    " + $0[language]] } ?? []
        let facts =
            result.verdict == .waived ? [] : result.facts.prefix(mostFacts).map { "    \($0.name): \($0.value)" }
        return ([line] + (waiver + facts).map(PrettyXML.plain)).joined(separator: "\n")
    }

    /// What is left to do for a result that is open, on one line.
    static func task(_ rule: ChecklistRule) -> String { "\(rule.id)  \(rule.hint[Speech.language])" }

    private static func mark(_ verdict: ChecklistVerdict) -> String {
        let mark = ChecklistWords.mark(verdict)
        return switch verdict {
        case .pass: Terminal.paint(mark, .green)
        case .fail: Terminal.paint(mark, .red)
        case .warn, .notVerified, .waived: Terminal.paint(mark, .yellow)
        }
    }

    /// What follows the results of a run: what is left to do, one line each, and how many rules came out how.
    static func end(_ report: ChecklistReport) -> [String] {
        let open = report.open.compactMap(\.rule).map { "  " + task($0) }
        let tasks = open.isEmpty ? [] : ["", say("left to do:", "待办：")] + open
        let name = report.number.map { say("run \($0): ", "第 \($0) 次：") } ?? ""
        return tasks + ["", name + ChecklistWords.counts(report.run)[Speech.language]]
    }
}
