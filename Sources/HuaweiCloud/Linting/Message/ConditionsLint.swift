import SAML
import XMLSecurity

/// Rules 44 and 45: when and for whom, and how the customer signed in.
enum ConditionsLint {
    /// What is longer than ten minutes lives longer than any browser needs.
    private static let longestWindow: Int64 = 600

    static func findings(_ assertion: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        conditions(assertion, context) + statement(assertion)
    }

    private static func conditions(_ assertion: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        guard let conditions = assertion.first("Conditions") else {
            return [LintFinding(.messageConditions, at: assertion, expected: "saml:Conditions")]
        }
        let audiences = conditions.all("AudienceRestriction").map { $0.all("Audience").map(\.text) }
        var findings = window(conditions, context)
        if audiences.isEmpty || !audiences.allSatisfy({ $0.contains(context.serviceProvider) }) {
            let found = audiences.map { $0.joined(separator: " or ") }.joined(separator: " and ")
            findings.append(
                LintFinding(.messageAudience, at: conditions, expected: context.serviceProvider, found: found)
            )
        }
        return findings
    }

    private static func window(_ conditions: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        let texts = [conditions.attribute("NotBefore"), conditions.attribute("NotOnOrAfter")]
        let times = texts.compactMap { $0.flatMap { Instant(xsDateTime: $0) } }
        let found = texts.map { $0 ?? "nothing" }.joined(separator: " to ")
        guard times.count == 2 else {
            let expected = "NotBefore and NotOnOrAfter in UTC"
            return [LintFinding(.messageConditions, at: conditions, expected: expected, found: found)]
        }
        var findings: [LintFinding] = []
        if times[0] > context.time || times[1] <= context.time {
            let expected = "a window with \(context.time.xsDateTime)"
            findings.append(LintFinding(.messageConditions, at: conditions, expected: expected, found: found))
        }
        if times[0] == context.time || times[1].milliseconds - times[0].milliseconds > longestWindow * 1000 {
            let expected = "NotBefore in the past, and at most \(longestWindow) s in all"
            findings.append(
                LintFinding(.messageConditions, at: conditions, level: .warning, expected: expected, found: found)
            )
        }
        return findings
    }

    private static func statement(_ assertion: XMLElement) -> [LintFinding] {
        let all = assertion.all("AuthnStatement")
        guard all.count == 1, let statement = all.first else {
            let expected = "1 saml:AuthnStatement"
            return [LintFinding(.messageAuthnStatement, at: assertion, expected: expected, found: "\(all.count)")]
        }
        var missing: [String] = []
        if statement.attribute("AuthnInstant").flatMap({ Instant(xsDateTime: $0) }) == nil {
            missing.append("AuthnInstant")
        }
        if statement.attribute("SessionIndex")?.isEmpty ?? true { missing.append("SessionIndex") }
        if statement.first("AuthnContext")?.first("AuthnContextClassRef")?.text.isEmpty ?? true {
            missing.append("AuthnContextClassRef")
        }
        return missing.map { LintFinding(.messageAuthnStatement, at: statement, expected: $0, found: "nothing") }
    }
}
