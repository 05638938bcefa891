/// Which algorithms a signature may use.
///
/// What is not listed is refused before any of it runs.
public struct SignaturePolicy: Sendable {
    /// Signature methods taken.
    public let signatures: [SignatureAlgorithm]
    /// Reference digests taken.
    public let digests: [DigestAlgorithm]

    /// Messages, always.
    public static let strict = SignaturePolicy(
        signatures: [.rsaSHA256, .rsaSHA384, .rsaSHA512, .ecdsaSHA256, .ecdsaSHA384],
        digests: [.sha256, .sha384, .sha512]
    )

    /// Design 4.9's one named exception, `metadata-sha1-digest`: the metadata of HUAWEI CLOUD's SP is signed with
    /// rsa-sha256 over a SHA-1 digest.
    public static let metadataSHA1Digest = SignaturePolicy(
        signatures: strict.signatures,
        digests: strict.digests + [.sha1]
    )
}
