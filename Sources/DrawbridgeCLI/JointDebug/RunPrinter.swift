import JointDebug
import SAML

/// Says what becomes of scenarios while they run: a line each, a failing step in full.
///
/// What is done before its turn waits, so that two runs print alike.
actor RunPrinter {
    private let order: [String]
    private let isDetailed: Bool
    private let isText: Bool
    private var waiting: [String: ScenarioReport] = [:]
    private var done = 0

    init(_ scenarios: [Scenario], isDetailed: Bool, isText: Bool) {
        order = ScenarioRunner.order(scenarios).map(\.id)
        self.isDetailed = isDetailed
        self.isText = isText
    }

    /// A scenario is done.
    func print(_ report: ScenarioReport) {
        guard isText else { return }
        waiting[report.scenario.id] = report
        while done < order.count, let next = waiting.removeValue(forKey: order[done]) {
            done += 1
            let number = "\(done)/\(order.count)"
            for line in Self.lines(ScenarioRecord(next), isDetailed: isDetailed, number: number) {
                Terminal.print(line)
            }
        }
    }

    /// A scenario as lines of a terminal.
    static func lines(_ scenario: ScenarioRecord, isDetailed: Bool, number: String) -> [String] {
        let colour: Terminal.Colour = scenario.verdict == .passed ? .green : scenario.verdict == .failed ? .red : .faint
        let mark = Terminal.paint("\(RunWords.mark(scenario.verdict)) \(scenario.id)", colour)
        let purpose = scenario.purpose.bilingual[Speech.language]
        var lines = ["\(Terminal.paint(number, .faint)) \(mark)  \(purpose)"]
        if let missing = scenario.missing { lines.append("    " + missing.bilingual[Speech.language]) }
        for (index, step) in scenario.steps.enumerated() where isDetailed || step.failure != nil {
            lines += self.lines(step, number: index + 1, of: scenario.id)
        }
        return lines
    }

    private static func lines(_ step: StepRecord, number: Int, of scenario: String) -> [String] {
        let mark = step.failure == nil ? Terminal.paint("✓", .green) : Terminal.paint("✗", .red)
        let again = step.attempts > 1 ? " (\(RunWords.attempts(step.attempts)[Speech.language]))" : ""
        var lines = ["  \(number) \(mark) \(step.title.bilingual[Speech.language])\(again)"]
        for fact in step.facts {
            let name = Terminal.paint(fact.name.bilingual[Speech.language] + ": ", .faint)
            lines.append("      " + name + PrettyXML.plain(fact.value))
        }
        guard let failure = step.failure else { return lines }
        lines.append("      " + Terminal.paint(PrettyXML.plain(failure.sentence.bilingual[Speech.language]), .red))
        if let code = failure.code { lines.append("      \(code) (drawbridge explain \(code))") }
        if let hint = failure.hint {
            lines.append("      " + RunWords.hint[Speech.language] + ": " + hint.bilingual[Speech.language])
        }
        for line in (failure.message ?? "").split(separator: "\n") {
            lines.append("      | " + PrettyXML.plain(String(line)))
        }
        return lines
    }
}
