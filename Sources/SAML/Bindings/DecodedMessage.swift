/// A message out of its transport, not verified.
public struct DecodedMessage: Sendable {
    /// The XML.
    public let xml: [UInt8]
    /// How it came.
    public let binding: Binding
    /// The state that goes back with the answer; `nil` and empty are two things.
    public let relayState: RelayState?
    /// The signature in the query, when there is one.
    public let detached: DetachedSignature?

    /// A signature beside the message (saml-bindings 3.4.4.1).
    public struct DetachedSignature: Sendable {
        /// The octets that were signed, as received.
        public let signed: [UInt8]
        /// The algorithm's URI as received.
        public let algorithm: String
        /// The signature.
        public let value: [UInt8]
    }
}
