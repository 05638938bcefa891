public import XMLSecurity

/// The identity provider: `receive` a message, `decide` what to do, `respond` with a signed answer.
///
/// A value without state, clock or I/O. The three verbs are one after the other in `Receiving/`, `Deciding/` and
/// `Issuing/`; each takes what only the one before it can make.
public struct IdentityProvider: Sendable {
    /// What it is.
    public let settings: Settings
    /// Whom it knows.
    public let federation: Federation
    /// What it signs with.
    public let signingKey: SigningKey
    let randomness: Randomness

    /// Makes an identity provider.
    public init(settings: Settings, federation: Federation, signingKey: SigningKey, randomness: Randomness) {
        self.settings = settings
        self.federation = federation
        self.signingKey = signingKey
        self.randomness = randomness
    }
}
