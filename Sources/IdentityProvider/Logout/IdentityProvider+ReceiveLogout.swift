public import SAML
public import XMLSecurity

extension IdentityProvider {
    /// Takes a LogoutRequest in.
    ///
    /// A refusal here ends on our own page with nothing signed.
    /// - Parameters:
    ///   - message: what arrived.
    ///   - now: when.
    /// - Returns: the request to be acted upon, or the first refusal.
    public func receiveLogout(_ message: InboundMessage, at now: Instant) -> Result<AcceptedLogout, Refusal> {
        do {
            let decoded = try message.decode(.request)
            let sender = try UnverifiedMessage<LogoutRequest>(decoded).issuer
            let expectations = try logoutExpectations(sender)
            let request = try LogoutValidator(expectations).validate(request: message, at: now).get()
            return .success(
                AcceptedLogout(
                    request: request,
                    binding: decoded.binding,
                    relayState: decoded.relayState,
                    replayUntil: request.issueInstant.adding(seconds: expectations.skew + expectations.lifetime)
                )
            )
        } catch {
            return .failure(error)
        }
    }

    /// Takes the answer of an SP in; whatever it is, the flow goes on behind it.
    /// - Parameters:
    ///   - message: what arrived.
    ///   - flow: the logout that waited for it.
    ///   - now: when.
    /// - Returns: the flow with the outcome in it, and why the answer does not count, for the log.
    public func receiveLogoutAnswer(
        _ message: InboundMessage,
        to flow: LogoutFlow,
        at now: Instant
    ) -> (flow: LogoutFlow, refusal: Refusal?) {
        var flow = flow
        guard let question = flow.question else { return (flow, nil) }
        flow.question = nil
        do {
            let validator = LogoutValidator(try logoutExpectations(question.serviceProvider))
            let response = try validator.validate(response: message, to: question.requestID, at: now).get()
            if response.status == .success {
                flow.ended.append(question.serviceProvider)
            } else {
                flow.notEnded.append(question.serviceProvider)
            }
            return (flow, nil)
        } catch {
            flow.notEnded.append(question.serviceProvider)
            return (flow, error)
        }
    }

    private func logoutExpectations(_ sender: String) throws(Refusal) -> LogoutExpectations {
        guard let serviceProvider = federation.serviceProvider(sender) else {
            throw Refusal(.issuerUnknown, found: sender)
        }
        return LogoutExpectations(
            peer: serviceProvider.entityID,
            keys: serviceProvider.signingKeys,
            ourAddress: settings.singleLogoutURL,
            skew: serviceProvider.settings.skew ?? settings.skew,
            lifetime: settings.requestLifetime
        )
    }
}
