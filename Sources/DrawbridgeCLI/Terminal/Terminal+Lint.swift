import SAML

extension Terminal {
    /// A finding as text: what, where, expected, found, what to do.
    static func print(_ finding: LintFinding) {
        let (mark, colour): (String, Colour) =
            switch finding.level {
            case .error: ("✗ " + say("error", "错误"), .red)
            case .warning: ("! " + say("warning", "警告"), .bold)
            case .note: ("· " + say("note", "提示"), .faint)
            }
        print(paint("\(mark) \(finding.rule.id)", colour) + "  " + finding.rule.title[Speech.language])
        let line = finding.line.map { say("line \($0)", "第 \($0) 行") }
        let place = [line, finding.xpath].compactMap { $0 }
        let rows: [(String, String?)] = [
            (say("where", "位置"), place.isEmpty ? nil : place.joined(separator: ", ")),
            (say("expected", "期望"), finding.expected), (say("found", "实际"), finding.found.map(PrettyXML.plain)),
            (say("source", "依据"), finding.rule.spec), (say("hint", "建议"), finding.rule.hint[Speech.language]),
        ]
        for (name, value) in rows {
            if let value { print("  \(name): \(value)") }
        }
    }
}
