import XMLSecurity

/// The message was made a short while ago (saml-core 3.2.1): what is older could have been recorded and sent again after
/// its id was forgotten.
enum RequestFreshnessRule {
    static func judge(_ request: AuthnRequest, _ expectations: RequestExpectations, at now: Instant) throws(Refusal) {
        let path = "/samlp:AuthnRequest/@IssueInstant"
        guard request.issueInstant <= now.adding(seconds: expectations.skew) else {
            throw Refusal(
                .timeFuture,
                xpath: path,
                expected: "at most \(expectations.skew) s after \(now.xsDateTime)",
                found: request.issueInstant.xsDateTime
            )
        }
        guard now < end(of: request, expectations) else {
            throw Refusal(
                .timeStale,
                xpath: path,
                expected: "at most \(expectations.lifetime + expectations.skew) s before \(now.xsDateTime)",
                found: request.issueInstant.xsDateTime
            )
        }
    }

    /// From then on the message is refused as stale, so that its id may be forgotten.
    static func end(of request: AuthnRequest, _ expectations: RequestExpectations) -> Instant {
        request.issueInstant.adding(seconds: expectations.lifetime + expectations.skew)
    }
}
