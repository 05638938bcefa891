public import XMLSecurity

/// Judges a request as an identity provider must before it answers at all (saml-profiles 4.1.4.1, saml-core 3.4.1).
///
/// Whether its id was seen before is the caller's to ask; what cannot be granted is decided later and answered with a
/// status.
public struct RequestValidator: Sendable {
    private let expectations: RequestExpectations

    /// Makes a validator for requests of one SP.
    public init(_ expectations: RequestExpectations) {
        self.expectations = expectations
    }

    /// Judges a request; the first refusal is the decisive one.
    /// - Parameters:
    ///   - unverified: the request, parsed, naming this SP as its issuer.
    ///   - now: the time of arrival.
    /// - Returns: the request with the address that its answer goes to.
    /// - Throws: ``Refusal``.
    public func judge(_ unverified: UnverifiedRequest, at now: Instant) throws(Refusal) -> ValidatedRequest {
        let verified = try unverified.verify(
            keys: expectations.keys,
            required: expectations.descriptor.authnRequestsSigned,
            policy: expectations.policy
        )
        let request = verified.message
        // The sender named itself in an unsigned copy; what was signed must name the same one.
        guard request.issuer == expectations.serviceProvider else {
            throw Refusal(
                .issuerMismatch,
                xpath: "/samlp:AuthnRequest/saml:Issuer",
                expected: expectations.serviceProvider,
                found: request.issuer
            )
        }
        try RequestDestinationRule.judge(
            request,
            isSigned: verified.signature != nil,
            ourAddress: expectations.ourAddress
        )
        try RequestFreshnessRule.judge(request, expectations, at: now)
        let service = try expectations.descriptor.assertionConsumerService(
            url: request.assertionConsumerServiceURL,
            index: request.assertionConsumerServiceIndex,
            binding: request.protocolBinding
        )
        return ValidatedRequest(
            request: request,
            assertionConsumerService: service.location,
            signature: verified.signature,
            staleFrom: RequestFreshnessRule.end(of: request, expectations)
        )
    }
}
