public import SAML
public import XMLSecurity

extension IdentityProvider {
    /// Takes a message in: parse, find the SP, verify, judge clause by clause.
    ///
    /// A refusal here ends on our own page with nothing signed: neither the sender nor the answer address is proved.
    /// - Parameters:
    ///   - message: what arrived.
    ///   - now: when.
    /// - Returns: the request to be answered, or the first refusal.
    public func receive(_ message: InboundMessage, at now: Instant) -> Result<AcceptedRequest, Refusal> {
        do {
            return .success(try accept(message, at: now))
        } catch {
            return .failure(error)
        }
    }

    private func accept(_ message: InboundMessage, at now: Instant) throws(Refusal) -> AcceptedRequest {
        let decoded = try message.decode(.request)
        let unverified = try UnverifiedRequest(decoded)
        guard let serviceProvider = federation.serviceProvider(unverified.issuer) else {
            throw Refusal(.issuerUnknown, found: unverified.issuer)
        }
        let verified = try unverified.verify(
            keys: serviceProvider.signingKeys,
            required: serviceProvider.descriptor.authnRequestsSigned
        )
        let request = verified.message
        // The sender named itself in an unsigned copy; what was signed must name the same one.
        guard request.issuer == serviceProvider.entityID else {
            throw Refusal(.issuerMismatch, expected: serviceProvider.entityID, found: request.issuer)
        }
        try DestinationRule.judge(request, isSigned: verified.signature != nil, ourAddress: settings.singleSignOnURL)
        try FreshnessRule.judge(request, settings, at: now)
        let service = try serviceProvider.descriptor.assertionConsumerService(
            url: request.assertionConsumerServiceURL,
            index: request.assertionConsumerServiceIndex,
            binding: request.protocolBinding
        )
        return AcceptedRequest(
            request: request,
            assertionConsumerService: service.location,
            relayState: decoded.relayState,
            signatureAlgorithm: verified.signature?.method.rawValue,
            receivedAt: now,
            replayUntil: FreshnessRule.end(of: request, settings)
        )
    }
}
