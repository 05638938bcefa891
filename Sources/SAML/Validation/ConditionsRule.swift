import XMLSecurity

/// The window and the audiences of an assertion (saml-core 2.5.1, saml-profiles 4.1.4.2).
enum ConditionsRule {
    static func judge(
        _ conditions: Conditions?,
        _ expectations: ResponseExpectations,
        at now: Instant
    ) throws(Refusal) {
        let path = AssertionPath.conditions
        guard let conditions else { throw Refusal(.audienceMismatch, xpath: path, expected: "saml:Conditions") }
        if let start = conditions.notBefore, let end = conditions.notOnOrAfter, start >= end {
            throw Refusal(.timeWindow, xpath: path, expected: "after \(start.xsDateTime)", found: end.xsDateTime)
        }
        if let start = conditions.notBefore, now < start.adding(seconds: -expectations.skew) {
            throw Refusal(.timeNotYet, xpath: path, expected: "from \(start.xsDateTime)", found: now.xsDateTime)
        }
        if let end = conditions.notOnOrAfter, now >= end.adding(seconds: expectations.skew) {
            throw Refusal(.timeExpired, xpath: path, expected: "before \(end.xsDateTime)", found: now.xsDateTime)
        }
        guard conditions.unknown.isEmpty else {
            throw Refusal(.conditionUnknown, xpath: path, found: conditions.unknown.joined(separator: ", "))
        }
        try judge(conditions.audienceRestrictions, expectations)
    }

    // Every restriction must name us; one that does is not enough (saml-core 2.5.1.4).
    private static func judge(_ restrictions: [[String]], _ expectations: ResponseExpectations) throws(Refusal) {
        guard restrictions.isEmpty || !restrictions.allSatisfy({ $0.contains(expectations.serviceProvider) }) else {
            return
        }
        let found = restrictions.map { $0.joined(separator: " or ") }.joined(separator: " and ")
        throw Refusal(
            .audienceMismatch,
            xpath: AssertionPath.audience,
            expected: expectations.serviceProvider,
            found: found.isEmpty ? "no audience" : found
        )
    }
}
