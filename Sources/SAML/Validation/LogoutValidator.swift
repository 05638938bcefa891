public import XMLSecurity

/// Judges logout messages, which are always signed (saml-profiles 4.4.3.1, 4.4.4; attacks.md C.2 53).
///
/// Whether the principal and the sessions exist, and whether the id was seen before, is the caller's to ask.
public struct LogoutValidator: Sendable {
    private let expectations: LogoutExpectations

    /// Makes a validator for one peer.
    public init(_ expectations: LogoutExpectations) {
        self.expectations = expectations
    }

    /// Judges a request.
    /// - Parameters:
    ///   - message: what arrived.
    ///   - now: when.
    /// - Returns: the request out of its signed octets, or the first refusal.
    public func validate(request message: InboundMessage, at now: Instant) -> Result<LogoutRequest, Refusal> {
        do {
            let request = try verified(LogoutRequest.self, message, .request)
            try judge(destination: request.destination, issued: request.issueInstant, "LogoutRequest", at: now)
            try judge(end: request.notOnOrAfter, at: now)
            return .success(request)
        } catch {
            return .failure(error)
        }
    }

    /// Judges a response.
    /// - Parameters:
    ///   - message: what arrived.
    ///   - requestID: the request that it must answer.
    ///   - now: when.
    /// - Returns: the response out of its signed octets, whatever its status, or the first refusal.
    public func validate(
        response message: InboundMessage,
        to requestID: String,
        at now: Instant
    ) -> Result<LogoutResponse, Refusal> {
        do {
            return .success(try judge(response: message, requestID, at: now))
        } catch {
            return .failure(error)
        }
    }

    private func judge(
        response message: InboundMessage,
        _ requestID: String,
        at now: Instant
    ) throws(Refusal) -> LogoutResponse {
        let response = try verified(LogoutResponse.self, message, .response)
        try judge(destination: response.destination, issued: response.issueInstant, "LogoutResponse", at: now)
        guard response.inResponseTo == requestID else {
            let found = response.inResponseTo ?? "no InResponseTo"
            throw Refusal(.responseToMismatch, xpath: "/samlp:LogoutResponse", expected: requestID, found: found)
        }
        return response
    }

    private func verified<Message: ProtocolMessage>(
        _ type: Message.Type,
        _ message: InboundMessage,
        _ parameter: MessageParameter
    ) throws(Refusal) -> Message {
        let unverified = try UnverifiedMessage<Message>(message.decode(parameter))
        let verified = try unverified.verify(keys: expectations.keys, required: true).message
        guard verified.issuer == expectations.peer else {
            throw Refusal(.issuerMismatch, expected: expectations.peer, found: verified.issuer)
        }
        return verified
    }

    // Always signed, so a Destination must be there (saml-bindings 3.4.5.2, 3.5.5.2).
    private func judge(destination: String?, issued: Instant, _ name: String, at now: Instant) throws(Refusal) {
        let path = "/samlp:" + name
        guard destination == expectations.ourAddress else {
            let code: RefusalCode = destination == nil ? .destinationMissing : .destinationMismatch
            throw Refusal(code, xpath: path, expected: expectations.ourAddress, found: destination)
        }
        guard issued <= now.adding(seconds: expectations.skew) else {
            throw Refusal(.timeFuture, xpath: path, expected: "up to \(now.xsDateTime)", found: issued.xsDateTime)
        }
        guard now < issued.adding(seconds: expectations.skew + expectations.lifetime) else {
            throw Refusal(.timeStale, xpath: path, expected: "a newer message", found: issued.xsDateTime)
        }
    }

    private func judge(end: Instant?, at now: Instant) throws(Refusal) {
        let path = "/samlp:LogoutRequest/@NotOnOrAfter"
        guard let end else {
            guard !expectations.peerIsSessionAuthority else {
                throw Refusal(.timeMissing, xpath: path, expected: "NotOnOrAfter")
            }
            return
        }
        guard now < end.adding(seconds: expectations.skew) else {
            throw Refusal(.timeExpired, xpath: path, expected: "before \(end.xsDateTime)", found: now.xsDateTime)
        }
    }
}
