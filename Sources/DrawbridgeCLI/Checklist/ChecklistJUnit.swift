import Onboarding
import SAML
import XMLSecurity

/// The report for build servers: a rule is a test case.
///
/// What fails is a failure; what nobody knows is an error where it must hold and skipped where it should; what is waived
/// is skipped with the reason; a warning passes with its sentence as output.
struct ChecklistJUnit {
    let report: ChecklistReport
    let language: Language

    func document() throws -> String {
        var writer = CanonicalWriter()
        let outcomes = report.items.map(outcome)
        let counts = [
            XMLAttribute("name", "drawbridge.checklist.\(report.run.stage.rawValue)"),
            XMLAttribute("tests", String(report.items.count)),
            XMLAttribute("failures", String(outcomes.count { $0 == .failure })),
            XMLAttribute("errors", String(outcomes.count { $0 == .error })),
            XMLAttribute("skipped", String(outcomes.count { $0 == .skipped })),
            XMLAttribute("timestamp", report.run.at.xsDateTime),
        ]
        writer.element(Self.name("testsuite"), counts) { writer in
            for (item, outcome) in zip(report.items, outcomes) { write(item, outcome, &writer) }
        }
        return String(decoding: try writer.finish(), as: UTF8.self)
    }

    private enum Outcome { case passed, output, failure, error, skipped }

    private func outcome(_ item: ChecklistReport.Item) -> Outcome {
        switch item.result.verdict {
        case .pass: .passed
        case .warn: .output
        case .fail: .failure
        case .notVerified: item.level == .must ? .error : .skipped
        case .waived: .skipped
        }
    }

    private func write(_ item: ChecklistReport.Item, _ outcome: Outcome, _ writer: inout CanonicalWriter) {
        let result = item.result
        let attributes = [
            XMLAttribute("classname", "drawbridge.checklist.\((item.rule?.stage ?? report.run.stage).rawValue)"),
            XMLAttribute("name", HTMLWriter.carried("\(result.rule) \(item.title[language])")),
        ]
        let waiver = ChecklistWords.waiver(of: result)?[language]
        let isWaived = result.verdict == .waived
        let message =
            isWaived ? waiver ?? "" : ([result.sentence[language]] + [waiver].compactMap(\.self)).joined(separator: " ")
        writer.element(Self.name("testcase"), attributes) { writer in
            let said = [XMLAttribute("message", HTMLWriter.carried(message))]
            let facts = HTMLWriter.carried(facts(of: item))
            switch outcome {
            case .passed: break
            case .output: writer.element(Self.name("system-out"), text: HTMLWriter.carried(message + "\n") + facts)
            case .failure: writer.element(Self.name("failure"), said, text: facts)
            case .error: writer.element(Self.name("error"), said, text: facts)
            case .skipped: writer.element(Self.name("skipped"), said)
            }
        }
    }

    private func facts(of item: ChecklistReport.Item) -> String {
        let hint = item.rule.map { [$0.hint[language]] } ?? []
        return (hint + item.result.facts.map { "\($0.name): \($0.value)" }).joined(separator: "\n")
    }

    private static func name(_ local: StaticString) -> QName { QName(prefix: "", local: local, namespace: "") }
}
