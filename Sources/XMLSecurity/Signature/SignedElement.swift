/// The proof that these octets were signed by a known key.
///
/// They are all that a caller may read: the document they came from is never looked at again (design 4.1).
public struct SignedElement: Sendable {
    /// The canonical octets that libxmlsec1 hashed, without the signature itself.
    public let bytes: [UInt8]
    /// The ID of the element.
    public let id: String
    /// The signature method.
    public let signatureAlgorithm: SignatureAlgorithm
    /// The digest of the reference.
    public let digestAlgorithm: DigestAlgorithm
    /// The key that verified.
    public let key: VerificationKey

    /// Only ``SignatureVerifier`` makes one.
    init(bytes: [UInt8], shape: SignatureShape, key: VerificationKey) {
        self.bytes = bytes
        self.id = shape.id
        self.signatureAlgorithm = shape.signatureAlgorithm
        self.digestAlgorithm = shape.digestAlgorithm
        self.key = key
    }

    /// Parses the signed octets afresh.
    /// - Parameter limits: the limits that the original document was parsed with.
    /// - Returns: a document whose root is the signed element.
    /// - Throws: ``XMLError``; canonical octets of a document inside the limits can still exceed them.
    public func document(limits: ParserLimits) throws(XMLError) -> XMLDocument {
        try XMLDocument(parsing: bytes, limits: limits)
    }
}
