public import XMLSecurity

/// Fresh identifiers for messages, assertions and transient names (saml-core 1.3.4).
public enum MessageID: Sendable {
    /// 160 random bits: saml-core 1.3.4 asks that two be equal with a probability of at most 2^-160.
    private static let octets = 20

    /// An NCName of `_` and 40 hexadecimal digits.
    public static func fresh(from randomness: Randomness) -> String {
        "_" + Hexadecimal.encode(randomness.bytes(octets))
    }
}
