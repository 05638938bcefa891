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

    /// The SP that a refused message says it is from, when we know it; nothing is proved.
    public func claimedSender(of message: InboundMessage) -> String? {
        guard let decoded = try? message.decode(.request), let unverified = try? UnverifiedRequest(decoded) else {
            return nil
        }
        return federation.serviceProvider(unverified.issuer)?.entityID
    }

    private func accept(_ message: InboundMessage, at now: Instant) throws(Refusal) -> AcceptedRequest {
        let decoded = try message.decode(.request)
        let unverified = try UnverifiedRequest(decoded)
        guard let serviceProvider = federation.serviceProvider(unverified.issuer) else {
            throw Refusal(.issuerUnknown, found: unverified.issuer)
        }
        let validated = try RequestValidator(
            RequestExpectations(
                serviceProvider: serviceProvider.entityID,
                descriptor: serviceProvider.descriptor,
                keys: serviceProvider.signingKeys,
                ourAddress: settings.singleSignOnURL,
                skew: serviceProvider.settings.skew ?? settings.skew,
                lifetime: settings.requestLifetime
            )
        ).judge(unverified, at: now)
        return AcceptedRequest(
            request: validated.request,
            assertionConsumerService: validated.assertionConsumerService,
            relayState: decoded.relayState,
            signatureAlgorithm: validated.signature?.method.rawValue,
            receivedAt: now,
            replayUntil: validated.staleFrom
        )
    }
}
