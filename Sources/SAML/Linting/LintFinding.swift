public import XMLSecurity

/// One place where a file breaks a rule.
public struct LintFinding: Hashable, Sendable {
    /// The rule.
    public let rule: LintRule
    /// How bad it is here.
    public let level: LintLevel
    /// Where in the document, when it has a place there.
    public let xpath: String?
    /// The line of that place.
    public let line: Int?
    /// What the rule wants, for people.
    public let expected: String?
    /// What was there; never a secret.
    public let found: String?

    /// Makes a finding; the level is the rule's unless said.
    public init(
        _ rule: LintRule,
        level: LintLevel? = nil,
        xpath: String? = nil,
        line: Int? = nil,
        expected: String? = nil,
        found: String? = nil
    ) {
        self.rule = rule
        self.level = level ?? rule.level
        self.xpath = xpath
        self.line = line
        self.expected = expected
        self.found = found.map { $0.count > Self.longestQuote ? String($0.prefix(Self.longestQuote)) + "…" : $0 }
    }

    /// Makes a finding at an element, or at its attribute of that name.
    public init(
        _ rule: LintRule,
        at element: XMLElement,
        _ attribute: String? = nil,
        level: LintLevel? = nil,
        expected: String? = nil,
        found: String? = nil
    ) {
        let path = element.xpath + (attribute.map { "/@" + $0 } ?? "")
        self.init(rule, level: level, xpath: path, line: element.line, expected: expected, found: found)
    }

    /// As long as a refusal's quote.
    private static let longestQuote = 300
}
