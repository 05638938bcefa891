public import XMLSecurity

/// One request and its answer as the service had them, for whoever follows it while interfaces are debugged.
///
/// What lets a stranger act for the customer, cookies, tokens, passwords and one-time addresses, never comes this far.
public struct TappedExchange: Codable, Sendable {
    /// A name and a value.
    public struct Header: Codable, Sendable {
        /// The name, in lower case.
        public let name: String
        /// The value.
        public let value: String
    }

    /// Why the service refused.
    public struct Refused: Codable, Sendable {
        /// The code of the refusal.
        public let code: String
        /// Where in the message.
        public let xpath: String?
        /// The line of that place.
        public let line: Int?
        /// What the rule wants.
        public let expected: String?
        /// What was there.
        public let found: String?
    }

    /// When the request came.
    public let at: Instant
    /// The reference id, which the log, the trail and the customer's page carry.
    public let reference: String
    /// GET or POST.
    public let method: String
    /// The address; ids in its path are replaced by their names.
    public let url: String
    /// The headers of the request that say what it is.
    public let sentHeaders: [Header]
    /// The body, where it is a message.
    public let sentBody: String
    /// The status of the answer.
    public let status: Int
    /// The headers of the answer that say what it is.
    public let headers: [Header]
    /// The body of the answer, where it is a message or a refusal.
    public let body: String
    /// How long the answer took, in milliseconds.
    public let milliseconds: Int64
    /// Why the service refused.
    public let refused: Refused?
    /// What became of a notification.
    public let outcome: String?
    /// How many exchanges before this one were lost, since too many came at once.
    public internal(set) var lost = 0
}
