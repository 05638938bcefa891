public import XMLSecurity

/// A signature that verified.
public struct VerifiedSignature: Sendable {
    /// The method.
    public let method: SignatureAlgorithm
    /// The reference's digest; `nil` for a signature in the query, which has no reference.
    public let digest: DigestAlgorithm?
    /// The sender's key that fits.
    public let key: VerificationKey

    init(method: SignatureAlgorithm, digest: DigestAlgorithm?, key: VerificationKey) {
        self.method = method
        self.digest = digest
        self.key = key
    }

    init(_ signed: SignedElement) {
        self.init(method: signed.signatureAlgorithm, digest: signed.digestAlgorithm, key: signed.key)
    }

    /// What `strict` would have refused and `interop` took.
    public var warnings: [Refusal] {
        var warnings: [Refusal] = []
        if !SignaturePolicy.strict.signatures.contains(method) {
            warnings.append(Refusal(.warningSHA1, found: method.rawValue))
        }
        if let digest, !SignaturePolicy.strict.digests.contains(digest) {
            warnings.append(Refusal(.warningSHA1, found: digest.rawValue))
        }
        let algorithm = key.publicKey.algorithm
        if algorithm.isTooShort { warnings.append(Refusal(.warningShortKey, found: algorithm.name)) }
        return warnings
    }
}
