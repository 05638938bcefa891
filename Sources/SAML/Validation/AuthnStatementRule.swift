import XMLSecurity

/// One statement of how the subject signed in, not from the future, in a session that lasts (saml-core 2.7.2).
enum AuthnStatementRule {
    static func judge(
        _ statements: [AuthnStatement],
        _ expectations: ResponseExpectations,
        at now: Instant
    ) throws(Refusal) {
        let path = AssertionPath.authnStatement
        guard statements.count == 1, let statement = statements.first else {
            throw Refusal(
                .structureAssertions,
                xpath: path,
                expected: "1 saml:AuthnStatement",
                found: "\(statements.count)"
            )
        }
        guard statement.authnInstant <= now.adding(seconds: expectations.skew) else {
            throw Refusal(
                .timeFuture,
                xpath: path,
                expected: "AuthnInstant up to \(now.xsDateTime)",
                found: statement.authnInstant.xsDateTime
            )
        }
        if let end = statement.sessionNotOnOrAfter, now >= end.adding(seconds: expectations.skew) {
            throw Refusal(
                .timeExpired,
                xpath: path,
                expected: "SessionNotOnOrAfter in the future",
                found: end.xsDateTime
            )
        }
    }
}
