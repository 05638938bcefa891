public import SAML
public import XMLSecurity

/// A request to log out that is to be acted upon: signed by a known SP, for us, fresh.
///
/// Only ``IdentityProvider/receiveLogout(_:at:)`` makes one. Whether its id was seen before is the caller's to ask.
public struct AcceptedLogout: Sendable {
    /// The request out of its signed octets.
    public let request: LogoutRequest
    /// How it came.
    public let binding: Binding
    /// What goes back with the answer.
    public let relayState: RelayState?
    /// Until then its id must be remembered.
    public let replayUntil: Instant

    /// The flow that ends with the answer to it.
    public func flow(ending participants: [Participant], at now: Instant) -> LogoutFlow {
        let initiator = LogoutFlow.Initiator.serviceProvider(
            request.issuer,
            requestID: request.id,
            relayState: relayState,
            binding: binding
        )
        return LogoutFlow(initiator, participants: participants, at: now)
    }
}
