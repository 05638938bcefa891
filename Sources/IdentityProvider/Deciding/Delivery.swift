import SAML

/// Where an answer goes, and what it answers.
struct Delivery: Sendable {
    let assertionConsumerService: String
    let relayState: RelayState?
    /// `nil` in a response that nobody asked for (saml-profiles 4.1.5).
    let inResponseTo: String?

    init(to assertionConsumerService: String, relayState: RelayState?, inResponseTo: String?) {
        self.assertionConsumerService = assertionConsumerService
        self.relayState = relayState
        self.inResponseTo = inResponseTo
    }

    init(of accepted: AcceptedRequest) {
        self.init(
            to: accepted.assertionConsumerService,
            relayState: accepted.relayState,
            inResponseTo: accepted.request.id
        )
    }
}
