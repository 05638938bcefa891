import SAML
import XMLSecurity

/// Who is signed in, who is about to be, and who was asked for an account.
actor SimulatedSessions {
    private var sessions: [String: SimulatedSession] = [:]
    private var tickets: [String: String] = [:]
    private var undecided: [String: Arrival] = [:]
    private var userOfAccount: [String: String] = [:]
    private let randomness: Randomness

    init(randomness: Randomness) {
        self.randomness = randomness
    }

    /// Signs a customer in.
    /// - Returns: the session, and the ticket that opens the console once.
    func begin(_ arrival: Arrival, as customer: SimulatedCustomer) -> (session: SimulatedSession, ticket: String) {
        let session = SimulatedSession(
            id: opaqueID(),
            arrival: arrival,
            domainName: customer.domainName,
            domainID: customer.domainID
        )
        let ticket = opaqueID()
        sessions[session.id] = session
        tickets[ticket] = session.id
        userOfAccount[arrival.account] = arrival.user
        return (session, ticket)
    }

    /// The session that a ticket opens, the first time.
    func redeem(_ ticket: String) -> SimulatedSession? {
        tickets.removeValue(forKey: ticket).flatMap { sessions[$0] }
    }

    func session(_ id: String) -> SimulatedSession? {
        sessions[id]
    }

    /// The user of an account who came last.
    func user(of account: String) -> String? {
        userOfAccount[account]
    }

    /// Keeps a customer while he is asked for an account.
    /// - Returns: the ticket of the binding pages.
    func ask(_ arrival: Arrival) -> String {
        let ticket = opaqueID()
        undecided[ticket] = arrival
        return ticket
    }

    func asked(_ ticket: String) -> Arrival? {
        undecided[ticket]
    }

    func decide(_ ticket: String) {
        undecided[ticket] = nil
    }

    func end(_ id: String) -> SimulatedSession? {
        sessions.removeValue(forKey: id)
    }

    /// Ends the sessions that a logout of a platform's identity provider names (saml-core 3.7.3.1).
    func end(_ request: LogoutRequest, of platforms: Set<String>) -> [SimulatedSession] {
        let ended = sessions.values.filter { session in
            let indexes = request.sessionIndexes
            guard platforms.contains(session.arrival.platformID), let nameID = session.arrival.nameID else {
                return false
            }
            let isNamed = indexes.isEmpty || session.arrival.sessionIndex.map(indexes.contains) ?? false
            return nameID.matches(request.nameID) && isNamed
        }
        for session in ended { sessions[session.id] = nil }
        return ended
    }

    private func opaqueID() -> String {
        Hexadecimal.encode(randomness.bytes(16))
    }
}
