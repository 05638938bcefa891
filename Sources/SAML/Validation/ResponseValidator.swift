public import XMLSecurity

/// Judges a response as an SP must (saml-profiles 4.1.4.3, 4.1.4.5).
///
/// Whether the assertion was used before is the caller's to ask.
public struct ResponseValidator: Sendable {
    private let expectations: ResponseExpectations

    /// Makes a validator for one outstanding request.
    public init(_ expectations: ResponseExpectations) {
        self.expectations = expectations
    }

    /// Judges the response; the first refusal is the decisive one.
    /// - Parameters:
    ///   - xml: the response as it was posted, out of its Base64.
    ///   - now: the time of arrival.
    /// - Returns: the validated response or the refusal.
    public func validate(_ xml: [UInt8], at now: Instant) -> Result<ValidatedResponse, Refusal> {
        do {
            return .success(try judge(xml, at: now))
        } catch {
            return .failure(error)
        }
    }

    private func judge(_ xml: [UInt8], at now: Instant) throws(Refusal) -> ValidatedResponse {
        let document: XMLDocument
        do {
            document = try XMLDocument(parsing: xml, limits: .message)
        } catch {
            throw Refusal(error)
        }
        guard document.root.is(SAMLP.response) else {
            throw Refusal(.structureRoot, at: document.root, expected: "samlp:Response", found: document.root.localName)
        }
        // The envelope may be unsigned: what it says can refuse the response, never admit it.
        try ResponseEnvelope(decoding: document.root).judge(expectations)
        try AssertionCount.judge(document.root)
        let validated = try SignatureCoverage.verify(document, expectations)
        try judge(validated.assertion, at: now)
        return validated
    }

    private func judge(_ assertion: Assertion, at now: Instant) throws(Refusal) {
        guard assertion.issuer == expectations.identityProvider else {
            throw Refusal(
                .issuerMismatch,
                xpath: AssertionPath.issuer,
                expected: expectations.identityProvider,
                found: assertion.issuer
            )
        }
        try SubjectRule.judge(assertion.subject, expectations, at: now)
        try ConditionsRule.judge(assertion.conditions, expectations, at: now)
        try AuthnStatementRule.judge(assertion.authnStatements, expectations, at: now)
    }
}
