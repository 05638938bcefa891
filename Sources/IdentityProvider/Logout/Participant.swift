public import SAML
public import XMLSecurity

/// An SP that took part in a session, as its assertion named the customer (saml-profiles 4.4.1).
public struct Participant: Hashable, Sendable, Codable {
    /// The SP's entity id.
    public let serviceProvider: String
    /// The name that the SP knows; a logout must use it letter by letter (saml2int SDP-SP29).
    public let nameID: NameID
    /// The SessionIndex of the assertion.
    public let sessionIndex: String
    /// Until then the SP may keep its own session.
    public let until: Instant

    /// Makes a participant.
    public init(serviceProvider: String, nameID: NameID, sessionIndex: String, until: Instant) {
        self.serviceProvider = serviceProvider
        self.nameID = nameID
        self.sessionIndex = sessionIndex
        self.until = until
    }
}
