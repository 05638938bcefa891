public import XMLSecurity

/// What is known of a peer before its logout message is read (saml-profiles 4.4.4).
public struct LogoutExpectations: Sendable {
    /// The peer's entity id.
    public let peer: String
    /// Its keys from metadata.
    public let keys: [VerificationKey]
    /// Our address that the message came to.
    public let ourAddress: String
    /// Whether the peer is the session authority, which must limit its requests in time (saml-core 3.7.3.2).
    public let peerIsSessionAuthority: Bool
    /// How far the two clocks may differ, in seconds.
    public let skew: Int64
    /// How long a message may be on its way beyond the skew, in seconds.
    public let lifetime: Int64

    /// Makes expectations.
    public init(
        peer: String,
        keys: [VerificationKey],
        ourAddress: String,
        peerIsSessionAuthority: Bool = false,
        skew: Int64 = ResponseExpectations.usualSkew,
        lifetime: Int64 = 300
    ) {
        self.peer = peer
        self.keys = keys
        self.ourAddress = ourAddress
        self.peerIsSessionAuthority = peerIsSessionAuthority
        self.skew = skew
        self.lifetime = lifetime
    }
}
