/// The algorithms of hand-off tokens; each key has one by configuration, whatever a token's header says (RFC 8725 3.1).
public enum TokenAlgorithm: String, CaseIterable, Sendable {
    /// Ed25519 (RFC 8037).
    case edDSA = "EdDSA"
    /// ECDSA on P-256 with SHA-256.
    case es256 = "ES256"
    /// RSA PKCS#1 v1.5 with SHA-256.
    case rs256 = "RS256"
    /// RSA-PSS with SHA-256.
    case ps256 = "PS256"
    /// A secret that both sides have, 32 octets or more.
    case hs256 = "HS256"
}
