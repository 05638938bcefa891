public import XMLSecurity

/// Verifies the signature on a metadata document's root.
public enum MetadataSignature: Sendable {
    /// Verifies it with the one certificate given.
    ///
    /// Design 4.9: `metadata-sha1-digest` is the one place where a SHA-1 digest is taken, because HUAWEI CLOUD's own
    /// metadata has one; the caller tells it.
    /// - Throws: ``Refusal`` when there is none, or when it does not hold.
    public static func verify(_ root: XMLElement, _ certificate: Certificate) throws(Refusal) -> SignedElement {
        do {
            let key = VerificationKey(certificate)
            return try SignatureVerifier.verify(root, keys: [key], policy: .metadataSHA1Digest)
        } catch {
            throw Refusal(error)
        }
    }
}
