import Onboarding
import SAML

/// A run of the checklist, for people and programs.
struct ChecklistReport: Sendable {
    /// A result with the rule that it is of.
    struct Item: Sendable {
        let result: ChecklistResult
        /// `nil` for a rule that this version no longer has.
        let rule: ChecklistRule?

        /// What it asks; the id where nobody knows any more.
        var title: Bilingual { rule?.title ?? Bilingual(result.rule, result.rule) }
        /// A rule that nobody knows is taken for one that must hold.
        var level: ChecklistLevel { rule?.level ?? .must }
        /// Whether it stands in the way.
        var blocks: Bool { level == .must && result.blocks }
    }

    let run: ChecklistRun
    /// The number under which the run is kept; `nil` for one that is not.
    let number: Int64?
    let items: [Item]

    /// Joins a run with the rules that it judged.
    init(_ run: ChecklistRun, rules: [ChecklistRule], number: Int64?) {
        let known = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
        self.run = run
        self.number = number
        items = run.results.map { Item(result: $0, rule: known[$0.rule]) }
    }

    /// What is left to do: first what stands in the way.
    var open: [Item] {
        items.filter(\.blocks) + items.filter { !$0.blocks && $0.result.blocks }
    }

    /// The report in one language; JSON and the page have both.
    /// - Parameters:
    ///   - format: the form.
    ///   - language: the language.
    ///   - inColour: whether text is painted; only for a terminal.
    /// - Returns: the whole document, ended by a line feed.
    /// - Throws: what the writers throw for text that they cannot carry.
    func render(
        _ format: ChecklistReportFormat,
        language: Language,
        inColour: Bool = false
    ) throws -> String {
        let document =
            switch format {
            case .text: ChecklistText(report: self, language: language, inColour: inColour).text
            case .json: try JSONText.encode(ChecklistJSON(self, language: language))
            case .junit: try ChecklistJUnit(report: self, language: language).document()
            case .markdown: ChecklistMarkdown(report: self, language: language).text
            case .html: try ChecklistHTML(report: self, language: language).document()
            }
        return document + "\n"
    }
}
