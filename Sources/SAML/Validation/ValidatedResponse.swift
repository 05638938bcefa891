public import XMLSecurity

/// A response that holds: what was signed, by what, and the assertion read from the signed octets.
///
/// Only ``ResponseValidator`` makes one: the initializer is not public.
public struct ValidatedResponse: Sendable {
    /// The assertion.
    public let assertion: Assertion
    /// Which elements carried a signature that verified.
    public let signed: Response.Signing
    /// The signature that covers the assertion most closely.
    public let signature: SignedElement
    /// Whether the assertion came encrypted.
    public let wasEncrypted: Bool
    /// What was taken although it should be better.
    public let warnings: [Refusal]
}
