import SAML

/// The requests that were sent and not answered, by RelayState; each is answered once.
actor OutstandingRequests {
    struct Request: Sendable {
        let id: String
        let service: String
    }

    private var requests: [String: Request] = [:]
    private var usedAssertions: Set<String> = []

    func add(_ request: Request, relayState: String) {
        requests[relayState] = request
    }

    func take(_ relayState: String) -> Request? {
        requests.removeValue(forKey: relayState)
    }

    /// Whether an assertion comes for the first time (saml-profiles 4.1.4.5).
    func isNew(_ assertionID: String) -> Bool {
        usedAssertions.insert(assertionID).inserted
    }
}
