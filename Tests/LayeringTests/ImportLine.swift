/// What an `import` line brings in, and how.
struct ImportLine: Equatable {
    /// The attributes and the access level before `import`.
    let modifiers: [String]
    /// The module, of `import struct SAML.Response` as well.
    let module: String

    /// Nil when the line is no import.
    init?(_ line: String) {
        // Most lines are none, and a regular expression takes its time to say so.
        guard line.contains("import ") else { return nil }
        let pattern =
            /\s*(?<modifiers>(?:@\w+(?:\([^)]*\))?\s+|(?:public|package|internal|fileprivate|private)\s+)*)import\s+(?:(?:typealias|struct|class|actor|enum|protocol|let|var|func)\s+)?(?<module>\w+).*/
        guard let match = line.wholeMatch(of: pattern) else { return nil }
        modifiers = match.modifiers.split(whereSeparator: \.isWhitespace).map(String.init)
        module = String(match.module)
    }
}
