import SAML

/// A finding in the list that `metadata lint` prints.
struct LintItem: Encodable {
    let rule: String
    let level: String
    let spec: String
    let title: String
    let titleZh: String
    let hint: String
    let hintZh: String
    let xpath: String?
    let line: Int?
    let expected: String?
    let found: String?

    init(_ finding: LintFinding) {
        rule = finding.rule.id
        level = finding.level.rawValue
        spec = finding.rule.spec
        title = finding.rule.title.en
        titleZh = finding.rule.title.zh
        hint = finding.rule.hint.en
        hintZh = finding.rule.hint.zh
        xpath = finding.xpath
        line = finding.line
        expected = finding.expected
        found = finding.found
    }
}
