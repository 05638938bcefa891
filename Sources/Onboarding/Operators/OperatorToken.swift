public import XMLSecurity

/// What proves who an operator is: 256 random bits, with a beginning by which scanners of leaked secrets find it.
///
/// Stores keep only its digest. A digest without salt and cost is enough for what nobody can guess.
public struct OperatorToken: Sendable, CustomStringConvertible {
    /// How every token begins.
    public static let beginning = "dbop_"
    private static let octets = 32

    private let secret: Secret

    /// Makes a fresh token.
    public init(from randomness: Randomness) {
        secret = Secret(Self.beginning + Base64.encodeURL(randomness.bytes(Self.octets)))
    }

    /// Takes a token as an operator gives it; `nil` for anything that was never made here.
    public init?(_ text: some StringProtocol) {
        guard text.hasPrefix(Self.beginning) else { return nil }
        let random = text.dropFirst(Self.beginning.count)
        guard Base64.decodeURL(random.utf8)?.count == Self.octets else { return nil }
        secret = Secret(String(text))
    }

    /// What a store keeps of it.
    public var digest: [UInt8] { secret.withBytes { Digest.sha256($0) } }

    /// The token itself, for the one time that it is shown.
    public var shownOnce: String { secret.withBytes { String(decoding: $0, as: UTF8.self) } }

    /// A placeholder: who has the token is the operator.
    public var description: String { secret.description }
}
