public import XMLSecurity

/// 256 random bits as base64url: what a browser holds in a cookie or an address.
///
/// Stores keep only its digest, so that a stolen database opens no session.
public struct OpaqueID: Hashable, Sendable, CustomStringConvertible {
    private static let octets = 32

    /// The identifier, 43 characters.
    public let text: String

    /// Makes a fresh identifier.
    public init(from randomness: Randomness) {
        text = Base64.encodeURL(randomness.bytes(Self.octets))
    }

    /// Takes an identifier as a browser sends it; `nil` for anything that was never made here.
    public init?(_ text: some StringProtocol) {
        guard Base64.decodeURL(text.utf8)?.count == Self.octets else { return nil }
        self.text = String(text)
    }

    /// What a store keeps of it.
    public var digest: [UInt8] { Digest.sha256(Array(text.utf8)) }

    /// A placeholder: who has the identifier is signed in.
    public var description: String { "<opaque id>" }
}
