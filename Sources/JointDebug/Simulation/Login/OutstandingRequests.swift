import SAML

/// The requests that were sent, by ID; each is answered once.
actor OutstandingRequests {
    struct Request: Sendable {
        let id: String
        let relayState: String?
        let service: String
        let isFirstLogin: Bool
        let platformID: String
        fileprivate(set) var isAnswered = false
    }

    /// As many customers may be on their way at the same time.
    private static let most = 50_000

    private var requests: [String: Request] = [:]
    private var order: [String] = []
    private var usedAssertions: Set<String> = []

    func add(_ request: Request) {
        if order.count >= Self.most {
            for id in order.prefix(Self.most / 2) { requests[id] = nil }
            order.removeFirst(Self.most / 2)
        }
        requests[request.id] = request
        order.append(request.id)
    }

    /// The request of an ID, answered or not.
    func request(_ id: String) -> Request? {
        requests[id]
    }

    /// Takes an answer.
    /// - Throws: ``Refusal`` when the assertion came before (saml-profiles 4.1.4.5) or the request was answered.
    func answer(_ id: String, by assertionID: String) throws(Refusal) {
        guard usedAssertions.insert(assertionID).inserted else {
            throw Refusal(.replayAssertion, found: assertionID)
        }
        guard requests[id]?.isAnswered == false else {
            throw Refusal(.responseToMismatch, expected: "a request that was not answered", found: id)
        }
        requests[id]?.isAnswered = true
    }
}
