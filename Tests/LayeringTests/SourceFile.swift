import Foundation

/// A Swift file under Sources, as the checks read it.
struct SourceFile: Sendable {
    /// Relative to Sources, as `SAML/Core/Response.swift`.
    let path: String
    let lines: [String]

    init(path: String, text: String) {
        self.path = path
        self.lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The folder under Sources that it stands in.
    var module: String {
        String(path.prefix { $0 != "/" })
    }

    /// Its lines with their numbers, without those that are comments as a whole.
    var code: [(number: Int, text: String)] {
        lines.enumerated()
            .map { (number: $0.offset + 1, text: $0.element) }
            .filter { !$0.text.trimmingCharacters(in: .whitespaces).hasPrefix("//") }
    }
}
