/// What kind of key it is and how large.
public enum KeyAlgorithm: Hashable, Sendable {
    /// RSA with a modulus of so many bits.
    case rsa(bits: Int)
    /// An elliptic curve by OpenSSL's name: `prime256v1` (P-256), `secp384r1` (P-384) or `secp521r1` (P-521).
    case ec(curve: String)

    /// The shortest RSA that we sign with (NIST SP 800-131A: 112 bits of security).
    ///
    /// A shorter public key can be read, so that a linter can name it; whoever trusts one asks `isTooShort` first.
    public static let shortestRSA = 2048

    /// The longest RSA that is read: one verification costs the square of the length, and a peer chooses it.
    public static let longestRSA = 8192

    static let curves: Set<String> = ["prime256v1", "secp384r1", "secp521r1"]

    /// Whether it is RSA below `shortestRSA`.
    public var isTooShort: Bool {
        if case .rsa(let bits) = self { bits < Self.shortestRSA } else { false }
    }

    /// As people say it: `RSA 3072`, `EC prime256v1`.
    public var name: String {
        switch self {
        case .rsa(let bits): "RSA \(bits)"
        case .ec(let curve): "EC \(curve)"
        }
    }
}
