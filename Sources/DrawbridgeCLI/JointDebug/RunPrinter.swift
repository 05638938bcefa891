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
        for line in take(report) { Terminal.print(line) }
    }

    /// What may be said now that a scenario is done: nothing before those are done that come before it.
    func take(_ report: ScenarioReport) -> [String] {
        guard isText else { return [] }
        waiting[report.scenario.id] = report
        var lines: [String] = []
        while done < order.count, let next = waiting.removeValue(forKey: order[done]) {
            done += 1
            let number = "\(done)/\(order.count)"
            lines += Self.lines(ScenarioRecord(next), isDetailed: isDetailed, number: number)
        }
        return lines
    }

    /// A scenario as lines of a terminal.
    static func lines(_ scenario: ScenarioRecord, isDetailed: Bool, number: String) -> [String] {
        let colour: Terminal.Colour = scenario.verdict == .passed ? .green : scenario.verdict == .failed ? .red : .faint
        let mark = Terminal.paint("\(RunWords.mark(scenario.verdict)) \(scenario.id)", colour)
        let purpose = scenario.purpose.bilingual[Speech.language]
        var lines = ["\(Terminal.paint(number, .faint)) \(mark)  \(purpose)"]
        if let missing = scenario.missing { lines.append("    " + missing.bilingual[Speech.language]) }
        for (index, step) in scenario.steps.enumerated() {
            let isWhole = isDetailed || step.failure != nil
            // Load is played for its figures; what was tried again is told of in any case.
            if isWhole || scenario.family == .load {
                lines += self.lines(step, number: index + 1)
            } else if step.attempts > 1 {
                lines.append(head(step, number: index + 1))
            }
        }
        return lines
    }

    private static func head(_ step: StepRecord, number: Int) -> String {
        let mark = step.failure == nil ? Terminal.paint("✓", .green) : Terminal.paint("✗", .red)
        let attempts =
            step.failure == nil
            ? RunWords.attempts(step.attempts)
            : Bilingual("not within \(step.attempts) attempts", "尝试 \(step.attempts) 次均不符合")
        let again = step.attempts > 1 ? " (\(attempts[Speech.language]))" : ""
        return "  \(number) \(mark) \(step.title.bilingual[Speech.language])\(again)"
    }

    private static func lines(_ step: StepRecord, number: Int) -> [String] {
        var lines = [head(step, number: number)]
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
