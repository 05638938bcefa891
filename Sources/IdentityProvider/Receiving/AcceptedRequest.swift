public import SAML
public import XMLSecurity

/// A request that may be answered: parsed, from a known SP, signed as its metadata says, for us, fresh, with an answer
/// address from metadata.
///
/// Only ``IdentityProvider/receive(_:at:)`` makes one.
///
/// Codable so that it can wait in our own store while the customer signs in; it never leaves it.
public struct AcceptedRequest: Hashable, Sendable, Codable {
    /// The request.
    public let request: AuthnRequest
    /// Where the answer goes.
    public let assertionConsumerService: String
    /// What goes back with it.
    public let relayState: RelayState?
    /// The signature's method, `nil` for an unsigned request.
    public let signatureAlgorithm: String?
    /// When it came.
    public let receivedAt: Instant
    /// Until then its id must be remembered.
    public let replayUntil: Instant

    /// The SP's entity id.
    public var serviceProvider: String { request.issuer }
}
