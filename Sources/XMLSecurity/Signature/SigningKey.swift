/// Our own key with its certificate, loaded once.
public struct SigningKey: Sendable {
    /// The private key.
    public let privateKey: PrivateKey
    /// The certificate that metadata publishes and signatures carry.
    public let certificate: Certificate
    /// The signature method.
    public let algorithm: SignatureAlgorithm

    /// Makes a signing key for rsa-sha256.
    /// - Parameters:
    ///   - privateKey: an RSA key.
    ///   - certificate: its certificate.
    /// - Throws: ``KeyError`` when the two do not belong together or the key is not RSA.
    public init(privateKey: PrivateKey, certificate: Certificate) throws(KeyError) {
        guard SignatureAlgorithm.rsaSHA256.fits(privateKey.algorithm) else {
            throw KeyError(.unsupportedKey, "signing needs an RSA key, this one is \(privateKey.algorithm.name)")
        }
        guard privateKey.publicKey == certificate.publicKey else {
            throw KeyError(.mismatch, "the certificate \(certificate.subject) belongs to another key")
        }
        self.privateKey = privateKey
        self.certificate = certificate
        self.algorithm = .rsaSHA256
    }

    /// The SHA-256 fingerprint of the certificate, by which this key is named in logs and the ledger.
    public var id: String {
        certificate.fingerprint
    }
}
