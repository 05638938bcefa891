import ArgumentParser
import Onboarding
import SAML
import XMLSecurity

/// How a run is written, and where.
struct ChecklistOutputOption: ParsableArguments {
    @OptionGroup var format: FormatOption

    /// Whether results are printed as they come.
    var showsProgress: Bool { format.format == .text }

    func write(_ run: ChecklistRun, number: Int64?) throws {
        switch format.format {
        case .json: Terminal.print(try JSONText.encode(ChecklistRunReport(run, number: number)))
        case .text:
            let open = run.results.filter { $0.verdict != .pass && $0.verdict != .waived }
            if !open.isEmpty { Terminal.print("\n" + say("left to do:", "待办：")) }
            for result in open {
                if let rule = ChecklistRule.named(result.rule) { Terminal.print("  " + ChecklistLine.task(rule)) }
            }
            Terminal.print("\n" + (number.map { say("run \($0): ", "第 \($0) 次：") } ?? "") + ChecklistLine.counts(run))
        }
    }
}
