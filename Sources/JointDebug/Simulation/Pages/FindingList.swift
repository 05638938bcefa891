import SAML

/// What a linter says, on a page.
enum FindingList {
    static func html(_ findings: [LintFinding]) -> String {
        guard !findings.isEmpty else { return "" }
        return "<h2>检查结果 Findings</h2><ul>" + findings.map(item).joined() + "</ul>"
    }

    private static func item(_ finding: LintFinding) -> String {
        let place = [finding.xpath, finding.line.map { "line \($0)" }].compactMap(\.self).joined(separator: ", ")
        let facts = [
            place, finding.expected.map { "期望 expected: \($0)" } ?? "", finding.found.map { "实际 found: \($0)" } ?? "",
        ]
        let lines = facts.filter { !$0.isEmpty }.map { SimulationPage.escape($0) + "<br>" }.joined()
        return "<li><b>\(finding.level.rawValue)</b> <code>\(SimulationPage.escape(finding.rule.id))</code>"
            + SimulationPage.both(finding.rule.title) + "<p>\(lines)</p>" + SimulationPage.both(finding.rule.hint)
            + "</li>"
    }
}
