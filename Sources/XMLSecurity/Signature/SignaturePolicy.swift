/// Which algorithms a signature may use, and how short an RSA key may be.
///
/// What is not listed is refused before any of it runs.
public struct SignaturePolicy: Sendable {
    /// Signature methods taken.
    public let signatures: [SignatureAlgorithm]
    /// Reference digests taken.
    public let digests: [DigestAlgorithm]
    /// Bits of the shortest RSA key taken.
    public let shortestRSA: Int

    /// Messages, always.
    public static let strict = SignaturePolicy(
        signatures: [.rsaSHA256, .rsaSHA384, .rsaSHA512, .ecdsaSHA256, .ecdsaSHA384, .ecdsaSHA512],
        digests: [.sha256, .sha384, .sha512],
        shortestRSA: KeyAlgorithm.shortestRSA
    )

    /// Design 4.9: looking at messages of old peers by hand, never the service.
    public static let interop = SignaturePolicy(
        signatures: strict.signatures + [.rsaSHA1],
        digests: strict.digests + [.sha1],
        shortestRSA: 1024
    )

    /// Design 4.9's one named exception, `metadata-sha1-digest`: the metadata of HUAWEI CLOUD's SP is signed with
    /// rsa-sha256 over a SHA-1 digest.
    public static let metadataSHA1Digest = SignaturePolicy(
        signatures: strict.signatures,
        digests: strict.digests + [.sha1],
        shortestRSA: KeyAlgorithm.shortestRSA
    )

    /// Whether a key may have made a signature by that method.
    public func takes(_ key: KeyAlgorithm, for method: SignatureAlgorithm) -> Bool {
        guard method.fits(key) else { return false }
        guard case .rsa(let bits) = key else { return true }
        return bits >= shortestRSA
    }
}
