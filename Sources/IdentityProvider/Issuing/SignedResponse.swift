public import HuaweiCloud
public import SAML

/// A response ready to be sent.
///
/// Only ``IdentityProvider/respond(_:at:)`` makes one: no page can carry an unsigned one.
public struct SignedResponse: Sendable {
    /// The XML.
    public let xml: [UInt8]
    /// Where it goes.
    public let assertionConsumerService: String
    /// What goes with it.
    public let relayState: RelayState?
    /// What is written down about it.
    public let record: IssuanceRecord
    /// The SP as it takes part in the session; `nil` in an answer that refuses.
    public let participant: Participant?
    /// Optional attributes that broke their rule and were left out.
    public let warnings: [AttributeWarning]
}
