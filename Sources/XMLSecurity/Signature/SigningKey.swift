/// Our own key with its certificate, loaded once.
public struct SigningKey: Sendable {
    /// The private key.
    public let privateKey: PrivateKey
    /// The certificate that metadata publishes and signatures carry.
    public let certificate: Certificate
    /// The signature method.
    public let algorithm: SignatureAlgorithm

    /// Makes a signing key.
    /// - Parameters:
    ///   - privateKey: an RSA or EC key.
    ///   - certificate: its certificate.
    ///   - algorithm: a method that fits the key; rsa-sha256 or ecdsa-sha256 when not said.
    /// - Throws: ``KeyError`` when they do not belong together, or when the method is one that is not made any more.
    public init(
        privateKey: PrivateKey,
        certificate: Certificate,
        algorithm: SignatureAlgorithm? = nil
    ) throws(KeyError) {
        let algorithm = algorithm ?? .usual(for: privateKey.algorithm)
        guard SignaturePolicy.strict.signatures.contains(algorithm), algorithm.fits(privateKey.algorithm) else {
            throw KeyError(.unsupportedKey, "\(privateKey.algorithm.name) does not sign with \(algorithm.rawValue)")
        }
        guard privateKey.publicKey == certificate.publicKey else {
            throw KeyError(.mismatch, "the certificate \(certificate.subject) belongs to another key")
        }
        self.privateKey = privateKey
        self.certificate = certificate
        self.algorithm = algorithm
    }

    /// The SHA-256 fingerprint of the certificate, by which this key is named in logs and the ledger.
    public var id: String {
        certificate.fingerprint
    }
}
