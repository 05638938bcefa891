import Foundation
import Synchronization

/// How far long work is: on the error stream of a terminal, and nowhere else.
final class ProgressBar: Sendable {
    /// Work below it is over before it is read.
    private static let least = 1_000
    private static let width = 30

    private let label: String
    private let isTerminal: Bool
    private let shown = Mutex(-1)

    init(_ label: String, isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
        self.label = label
        self.isTerminal = isTerminal
    }

    /// Shows the bar when a percent more is done than before, and wipes it out at the end.
    func report(_ done: Int, of all: Int) {
        guard isTerminal, all >= Self.least else { return }
        let percent = done * 100 / all
        let isNews = shown.withLock { last in
            defer { last = max(last, percent) }
            return percent > last
        }
        guard isNews else { return }
        let line = done < all ? Self.line(label, done, of: all) : ""
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(line)".utf8))
    }

    static func line(_ label: String, _ done: Int, of all: Int) -> String {
        let filled = done * width / all
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
        return "\(label) [\(bar)] \(done * 100 / all) %  \(done)/\(all)"
    }
}
