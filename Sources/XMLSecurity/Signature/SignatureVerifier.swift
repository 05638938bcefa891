/// Verifies enveloped signatures with pinned keys.
///
/// `KeyInfo` of the message is never read.
public enum SignatureVerifier: Sendable {
    /// Verifies the signature of an element.
    /// - Parameters:
    ///   - element: the element that has the signature as its child, in a document not verified before.
    ///   - keys: the peer's keys from its metadata; each that fits the method is tried.
    ///   - policy: the algorithms taken.
    /// - Returns: the octets that were signed.
    /// - Throws: ``SignatureFailure`` with the first step that refused.
    public static func verify(
        _ element: XMLElement,
        keys: [VerificationKey],
        policy: SignaturePolicy
    ) throws(SignatureFailure) -> SignedElement {
        let shape = try SignatureShape(of: element, policy: policy)
        let candidates = keys.filter {
            shape.signatureAlgorithm.fits($0.publicKey.algorithm) && !$0.publicKey.algorithm.isTooShort
        }
        guard !candidates.isEmpty else {
            throw SignatureFailure(
                .noKey,
                at: shape.signature,
                expected:
                    "a key for \(shape.signatureAlgorithm.rawValue), RSA of \(KeyAlgorithm.shortestRSA) bits or more",
                found: keys.isEmpty ? "no key" : keys.map(\.publicKey.algorithm.name).joined(separator: ", ")
            )
        }
        try element.owner.buildIDTableOnce()
        var fault: String?
        for key in candidates {
            switch SignatureContext(key: key, shape: shape).verify(shape.signature) {
            case .valid(let preDigest):
                return SignedElement(bytes: preDigest, shape: shape, key: key)
            case .digestMismatch:
                throw SignatureFailure(.digestMismatch, at: element, expected: "the content as it was signed")
            case .valueMismatch:
                continue
            case .failed(let text):
                fault = text
            }
        }
        if let fault { throw SignatureFailure(.processing, at: shape.signature, found: fault) }
        throw SignatureFailure(
            .valueMismatch,
            at: shape.signature,
            expected: "a signature by one of \(candidates.count) known keys"
        )
    }
}
