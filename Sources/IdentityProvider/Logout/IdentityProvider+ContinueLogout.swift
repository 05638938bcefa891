import SAML
public import XMLSecurity

extension IdentityProvider {
    /// Goes on with a logout: asks the next SP that can be asked, or ends it.
    /// - Parameters:
    ///   - flow: the logout.
    ///   - id: what the flow will be kept under; goes with the question and comes back with the answer.
    ///   - now: the time.
    /// - Returns: what to send.
    /// - Throws: ``KeyError`` when OpenSSL cannot sign; ``XMLError`` when a value cannot stand in XML.
    public func continueLogout(_ flow: LogoutFlow, as id: OpaqueID, at now: Instant) throws -> LogoutStep {
        var flow = flow
        while !flow.waiting.isEmpty {
            let participant = flow.waiting.removeFirst()
            guard let address = logoutAddress(of: participant.serviceProvider, preferring: .httpRedirect) else {
                flow.notEnded.append(participant.serviceProvider)
                continue
            }
            let request = logoutRequest(participant, to: address.request, at: now)
            flow.question = LogoutFlow.Question(serviceProvider: participant.serviceProvider, requestID: request.id)
            let message = try OutboundMessage(
                .request,
                to: address.request,
                by: address.binding,
                relayState: RelayState(id.text),
                signedBy: signingKey,
                request.write
            )
            return .ask(message, flow)
        }
        return try end(flow, at: now)
    }

    private func end(_ flow: LogoutFlow, at now: Instant) throws -> LogoutStep {
        guard case .serviceProvider(let sender, let requestID, let relayState, let binding) = flow.initiator,
            let address = logoutAddress(of: sender, preferring: binding)
        else { return .report(flow) }
        // saml-core 3.7.3.2: success is about the sender's own session; the second code says that others go on.
        let response = LogoutResponse(
            id: MessageID.fresh(from: randomness),
            issueInstant: now,
            issuer: settings.entityID,
            destination: address.response,
            inResponseTo: requestID,
            status: flow.notEnded.isEmpty ? .success : Status(.success, .partialLogout)
        )
        let message = try OutboundMessage(
            .response,
            to: address.response,
            by: address.binding,
            relayState: relayState,
            signedBy: signingKey,
            response.write
        )
        return .answer(message, flow)
    }

    private func logoutRequest(_ participant: Participant, to address: String, at now: Instant) -> LogoutRequest {
        LogoutRequest(
            id: MessageID.fresh(from: randomness),
            issueInstant: now,
            issuer: settings.entityID,
            destination: address,
            notOnOrAfter: now.adding(seconds: settings.requestLifetime),
            nameID: participant.nameID,
            sessionIndexes: [participant.sessionIndex]
        )
    }

    private struct LogoutAddress {
        let binding: Binding
        let request: String
        let response: String
    }

    // The first endpoint of the binding, else the first that we speak at all (saml-metadata 2.2.2).
    private func logoutAddress(of entityID: String, preferring binding: Binding) -> LogoutAddress? {
        let endpoints = federation.serviceProvider(entityID)?.descriptor.role.singleLogoutServices ?? []
        let spoken = endpoints.compactMap { endpoint in Binding(rawValue: endpoint.binding).map { ($0, endpoint) } }
        guard let (binding, endpoint) = spoken.first(where: { $0.0 == binding }) ?? spoken.first else { return nil }
        return LogoutAddress(
            binding: binding,
            request: endpoint.location,
            response: endpoint.responseLocation ?? endpoint.location
        )
    }
}
