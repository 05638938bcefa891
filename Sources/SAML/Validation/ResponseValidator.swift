public import XMLSecurity

/// Judges a response as an SP must (saml-profiles 4.1.4.3, 4.1.4.5).
///
/// Signatures first, then what the response says of itself, then the assertion. Whether the assertion was used before is
/// the caller's to ask.
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
        try requireAssertionOrFailure(document.root)
        let coverage = try SignatureCoverage(document, expectations)
        let envelope = try ResponseEnvelope(decoding: coverage.response)
        try envelope.judge(
            expectations,
            isSigned: coverage.signed != .assertion,
            isEncrypted: coverage.wasEncrypted,
            at: now
        )
        let assertion = try Assertion(decoding: coverage.assertion)
        try judge(assertion, at: now)
        return ValidatedResponse(
            assertion: assertion,
            signed: coverage.signed,
            signature: coverage.signature,
            wasEncrypted: coverage.wasEncrypted,
            warnings: coverage.warnings + warnings
        )
    }

    // An error response has no assertion (saml-profiles 4.1.4.2) and is often unsigned. Its status is told all the same:
    // it admits nobody, and it is what the person who reads this is looking for.
    private func requireAssertionOrFailure(_ response: XMLElement) throws(Refusal) {
        guard AssertionCount.assertions(in: response).isEmpty else { return }
        let envelope = try ResponseEnvelope(decoding: response)
        guard envelope.isSuccess else {
            _ = try response.verifiedIfSigned(expectations)
            throw envelope.failure
        }
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
        try NameIDRule.judge(assertion.subject?.nameID, expectations)
        try AttributeRule.judge(assertion.attributes)
    }

    private var warnings: [Refusal] {
        expectations.request == .unknown ? [Refusal(.warningRequestUnknown)] : []
    }
}
