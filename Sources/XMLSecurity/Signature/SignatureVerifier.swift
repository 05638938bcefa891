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
        let method = shape.signatureAlgorithm
        let candidates = keys.filter { policy.takes($0.publicKey.algorithm, for: method) }
        guard !candidates.isEmpty else {
            throw SignatureFailure(
                .noKey,
                at: shape.signature,
                expected: "a key for \(method.rawValue), RSA of \(policy.shortestRSA) bits or more",
                found: keys.isEmpty ? "no key" : keys.map(\.publicKey.algorithm.name).joined(separator: ", ")
            )
        }
        try element.owner.buildIDTableOnce()
        var fault: String?
        for key in candidates {
            switch SignatureContext(key: key, shape: shape).verify(shape.signature) {
            case .valid(let preDigest):
                return SignedElement(bytes: preDigest, shape: shape, key: key)
            case .digestMismatch(let content):
                throw digestMismatch(content, element, shape)
            case .valueMismatch:
                continue
            case .failed(let text):
                fault = text
            }
        }
        if let fault { throw SignatureFailure(.processing, at: shape.signature, found: fault) }
        throw valueMismatch(shape, candidates)
    }

    private static func digestMismatch(
        _ content: [UInt8],
        _ element: XMLElement,
        _ shape: SignatureShape
    ) -> SignatureFailure {
        let value = shape.digestValue.filter { !$0.isWhitespace }
        let digest = Base64.decode(value.utf8) ?? []
        let name = shape.digestAlgorithm.name
        return SignatureFailure(
            .digestMismatch,
            at: element,
            expected: "\(name) \(value) of the content as it was signed",
            found:
                "\(name) \(Base64.encode(Digest.of(content, shape.digestAlgorithm))) of \(content.count) canonical octets",
            change: .explaining(content, digest: digest, shape.digestAlgorithm)
        )
    }

    // KeyInfo decides nothing; its certificate only tells whose metadata to ask for.
    private static func valueMismatch(_ shape: SignatureShape, _ candidates: [VerificationKey]) -> SignatureFailure {
        let known = candidates.compactMap(\.fingerprint).map { "SHA-256 " + $0 }
        let text = shape.signature.child(DSig.keyInfo)?.child(DSig.x509Data)?.child(DSig.x509Certificate)?.text
        let sent = text.flatMap { try? Certificate(base64: $0) }
        let keys = "one of \(candidates.count) known keys"
        return SignatureFailure(
            .valueMismatch,
            at: shape.signature,
            expected: "a signature by " + (known.isEmpty ? keys : "the certificate " + known.joined(separator: " or ")),
            found: sent.map { certificate in
                candidates.contains { $0.publicKey == certificate.publicKey }
                    ? "the right certificate in KeyInfo, and a value that its key did not make"
                    : "the certificate of \(certificate.subject), SHA-256 \(certificate.fingerprint), in KeyInfo"
            }
        )
    }
}
