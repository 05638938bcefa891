import Foundation
import Onboarding

/// Shows results as their looks end, and on a terminal how many of them there are.
final class ChecklistProgress {
    /// One result.
    struct Step {
        let rule: ChecklistRule
        let result: ChecklistResult
        /// How many results there are by now.
        let done: Int
        /// How many there will be.
        let all: Int
    }

    private let prints: (Step) -> Bool
    private let isTerminal: Bool
    private let label = say("looking", "检查中")

    /// Makes it.
    /// - Parameters:
    ///   - isTerminal: whether the error stream shows a bar.
    ///   - prints: whether a result is printed.
    init(isTerminal: Bool = isatty(STDERR_FILENO) == 1, prints: @escaping (Step) -> Bool) {
        self.isTerminal = isTerminal
        self.prints = prints
    }

    /// Shows the bar before the first result.
    func begin() { draw(label + " …") }

    /// Shows one.
    func show(_ step: Step) {
        let isPrinted = prints(step)
        if isPrinted {
            draw("")
            Terminal.print(ChecklistLine.text(step.rule, step.result))
        }
        draw(step.done < step.all ? ProgressBar.line(label, step.done, of: step.all) : "")
    }

    // The bar is written over itself; results go above it.
    private func draw(_ line: String) {
        guard isTerminal else { return }
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(line)".utf8))
    }
}
