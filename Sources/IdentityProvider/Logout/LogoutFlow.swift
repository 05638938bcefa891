public import SAML
public import XMLSecurity

/// A logout on its way through the browser, from one SP of the session to the next (saml-profiles 4.4.3).
///
/// Our own session has ended before the first SP is asked: whatever becomes of the rest, nobody is signed in here.
public struct LogoutFlow: Hashable, Sendable, Codable {
    /// How long it may take, in seconds; an SP that never sends the browser back ends it.
    public static let lifetime: Int64 = 600

    /// Who wanted it.
    public enum Initiator: Hashable, Sendable, Codable {
        /// An SP, which is answered when all is done.
        case serviceProvider(String, requestID: String, relayState: RelayState?, binding: Binding)
        /// The customer or the portal: a page says what happened.
        case ourselves
    }

    /// The request that an answer is awaited to.
    struct Question: Hashable, Sendable, Codable {
        let serviceProvider: String
        let requestID: String
    }

    /// Who wanted it.
    public let initiator: Initiator
    /// Until then it may go on.
    public let expiresAt: Instant
    /// The SPs that said that their session is over, by entity id.
    public internal(set) var ended: [String] = []
    /// The SPs that cannot be asked or did not say so.
    public internal(set) var notEnded: [String] = []
    var waiting: [Participant]
    var question: Question?

    /// Begins a logout.
    /// - Parameters:
    ///   - initiator: who wants it; as an SP it is not asked itself.
    ///   - participants: who took part in what has ended.
    ///   - now: the time.
    public init(_ initiator: Initiator, participants: [Participant], at now: Instant) {
        self.initiator = initiator
        expiresAt = now.adding(seconds: Self.lifetime)
        waiting = participants.filter { participant in
            guard case .serviceProvider(let sender, _, _, _) = initiator else { return true }
            return participant.serviceProvider != sender
        }
    }
}
