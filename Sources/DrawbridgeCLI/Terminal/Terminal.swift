import Foundation
import SAML

/// Standard output and error, in colour on a terminal only.
enum Terminal {
    /// The colours used, each with one meaning.
    enum Colour: String {
        /// It holds.
        case green = "32"
        /// It does not.
        case red = "31"
        /// Somebody should look.
        case yellow = "33"
        /// A heading.
        case bold = "1"
        /// Less important.
        case faint = "2"
    }

    static let hasColour =
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
        && ProcessInfo.processInfo.environment["TERM"] != "dumb"

    static func print(_ text: String) {
        write(Array((text + "\n").utf8))
    }

    /// Writes to standard output; when nobody reads it any more, as behind `| head`, the program ends as others do.
    static func write(_ bytes: [UInt8]) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            exit(statusOfClosedPipe)
        }
    }

    static func error(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }

    /// What a shell tells of a program that SIGPIPE ended; the signal itself is ignored by the networking library.
    private static let statusOfClosedPipe: Int32 = 128 + 13

    static func paint(_ text: String, _ colour: Colour) -> String {
        hasColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// A refusal as text: what, where, expected, found, what to do.
    static func print(_ refusal: Refusal) {
        print(paint("✗ " + refusal.code.id, .red) + "  " + refusal.code.message[Speech.language])
        let rows: [(String, String?)] = [
            (say("where", "位置"), refusal.xpath.map { path in path + (refusal.line.map { ":\($0)" } ?? "") }),
            (say("expected", "期望"), refusal.expected), (say("found", "实际"), refusal.found),
            (say("source", "依据"), refusal.code.spec), (say("hint", "建议"), refusal.hint[Speech.language]),
        ]
        for (name, value) in rows {
            if let value { print("  \(name): \(value)") }
        }
    }

    /// A table whose columns are as wide as their widest cell; CJK characters count twice.
    static func print(table rows: [[String]]) {
        let widths = rows.first?.indices.map { column in rows.map { width($0[column]) }.max() ?? 0 } ?? []
        for row in rows {
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - width($0)) }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            print(line)
        }
    }

    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFDC).contains($1.value) ? 2 : 1) }
    }
}
