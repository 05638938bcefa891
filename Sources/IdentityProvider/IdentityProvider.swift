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
    let pairwiseKey: PairwiseKey?

    /// Makes an identity provider; without `pairwiseKey` no SP gets persistent identifiers.
    public init(
        settings: Settings,
        federation: Federation,
        signingKey: SigningKey,
        randomness: Randomness,
        pairwiseKey: PairwiseKey? = nil
    ) {
        self.settings = settings
        self.federation = federation
        self.signingKey = signingKey
        self.randomness = randomness
        self.pairwiseKey = pairwiseKey
    }
}
