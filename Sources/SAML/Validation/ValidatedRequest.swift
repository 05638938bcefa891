public import XMLSecurity

/// A request that may be answered.
///
/// Only ``RequestValidator`` makes one: the initializer is not public.
public struct ValidatedRequest: Sendable {
    /// The request, read from what was signed.
    public let request: AuthnRequest
    /// Where the answer goes.
    public let assertionConsumerService: String
    /// What verified; `nil` for an unsigned request of an SP that does not sign.
    public let signature: VerifiedSignature?
    /// From then on the message is refused as stale, so that its id may be forgotten.
    public let staleFrom: Instant
}
