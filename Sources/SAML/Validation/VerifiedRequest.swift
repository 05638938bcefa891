public import XMLSecurity

/// A request whose signature was judged; only ``UnverifiedRequest/verify(keys:required:)`` makes one.
public struct VerifiedRequest: Sendable {
    /// The request, read from what was signed.
    public let request: AuthnRequest
    /// The signature, `nil` for an unsigned request of an SP that does not sign.
    public let signature: Signature?

    /// What verified.
    public struct Signature: Sendable {
        /// The method.
        public let algorithm: SignatureAlgorithm
        /// The SP's key that fits.
        public let key: VerificationKey
    }
}
