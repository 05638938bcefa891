import Onboarding
import SAML
import XMLSecurity

/// The report for a terminal, in one language.
struct ChecklistText {
    let report: ChecklistReport
    let language: Language
    let inColour: Bool

    var text: String {
        ([heading] + report.items.map(line) + [""] + left + ["", ChecklistWords.counts(report.run)[language]])
            .joined(separator: "\n")
    }

    private var heading: String {
        let run = report.run
        let number = report.number.map { " #\($0)" } ?? ""
        let words = "\(ChecklistWords.heading[language])\(number): \(ChecklistWords.stage(run.stage)[language])"
        return paint(words, .bold) + ", " + PrettyXML.plain("\(run.at.xsDateTime), \(run.person)")
    }

    private func line(_ item: ChecklistReport.Item) -> String {
        let result = item.result
        let mark = paint("\(ChecklistWords.mark(result.verdict)) \(PrettyXML.plain(result.rule))", colour(of: item))
        let waiver = ChecklistWords.waiver(of: result).map { " " + $0[language] } ?? ""
        return mark + "  " + PrettyXML.plain("\(item.title[language])\(separator)\(result.sentence[language])\(waiver)")
    }

    private var separator: String { Bilingual(". ", "：")[language] }

    private func colour(of item: ChecklistReport.Item) -> Terminal.Colour {
        switch item.result.verdict {
        case .pass: .green
        case .waived: .faint
        case .fail, .warn, .notVerified: item.blocks ? .red : .bold
        }
    }

    private var left: [String] {
        guard !report.open.isEmpty else { return [ChecklistWords.nothingLeft[language]] }
        return [paint(ChecklistWords.left[language], .bold)]
            + report.open.map { item in
                let what = item.rule?.hint[language] ?? item.result.sentence[language]
                let level = ChecklistWords.level(item.level)[language]
                return PrettyXML.plain("  - [\(level)] \(item.result.rule): \(what)")
            }
    }

    private func paint(_ text: String, _ colour: Terminal.Colour) -> String {
        inColour ? Terminal.paint(text, colour) : text
    }
}
