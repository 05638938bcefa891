import HuaweiCloud
public import SAML

/// What the linter said of a Response, in a run's file.
public struct FindingRecord: Codable, Sendable {
    /// The rule's id.
    public let rule: String
    /// How bad it is.
    public let level: String
    /// Where in the message.
    public let xpath: String?
    /// The line of that place.
    public let line: Int?
    /// What the rule wants.
    public let expected: String?
    /// What was there.
    public let found: String?

    init(_ finding: LintFinding) {
        rule = finding.rule.id
        level = finding.level.rawValue
        xpath = finding.xpath
        line = finding.line
        expected = finding.expected
        found = finding.found
    }

    /// The finding as the linter made it; `nil` when this version has no such rule.
    public var finding: LintFinding? {
        guard let rule = HuaweiMessageLinter.rules.first(where: { $0.id == rule }),
            let level = LintLevel(rawValue: level)
        else { return nil }
        return LintFinding(rule, level: level, xpath: xpath, line: line, expected: expected, found: found)
    }
}
