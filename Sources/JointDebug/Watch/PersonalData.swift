import SAML

// What was found is the customer's in these places; which rule, where, and what was expected never is.
extension Refusal {
    private static let personal: Set<RefusalClass> = [
        .subject, .nameID, .attribute, .token, .session, .association, .whitelist,
    ]

    /// The same, without what it quotes of a customer.
    var withoutPersonalData: Refusal {
        guard Self.personal.contains(code.refusalClass) else { return self }
        return Refusal(code, xpath: xpath, line: line, expected: expected)
    }
}

extension LintFinding {
    /// The same, without what it quotes of a customer.
    var withoutPersonalData: LintFinding {
        guard let xpath, xpath.contains("Attribute") || xpath.contains("NameID") else { return self }
        return LintFinding(rule, level: level, xpath: xpath, line: line, expected: expected)
    }
}
