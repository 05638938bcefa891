import CXMLSecurity

/// A peer's public key, ready for libxmlsec1.
///
/// The certificate stays out of it: xmlsec would copy the X.509 for each verification, which costs half of it.
@safe public final class VerificationKey: @unchecked Sendable {
    // Sendable because xmlsec only reads it: a context borrows it and gives it back before it is destroyed.
    let pointer: xmlSecKeyPtr
    /// The same key for detached signatures.
    public let publicKey: PublicKey

    /// SHA-256 of the certificate that it came in, by which people know it.
    public let fingerprint: String?

    /// Makes the key of a certificate from metadata.
    public convenience init(_ certificate: Certificate) {
        self.init(certificate.publicKey, fingerprint: certificate.fingerprint)
    }

    /// Makes the key.
    public init(_ publicKey: PublicKey, fingerprint: String? = nil) {
        XMLSecurityLibrary.start()
        self.publicKey = publicKey
        self.fingerprint = fingerprint
        guard let key = unsafe xmlSecKeyCreate() else { preconditionFailure("libxmlsec1 is out of memory") }
        unsafe publicKey.withPointer { evp in
            unsafe EVP_PKEY_up_ref(evp)
            guard let data = unsafe xmlSecOpenSSLEvpKeyAdopt(evp), unsafe xmlSecKeySetValue(key, data) == 0 else {
                preconditionFailure("libxmlsec1 takes every RSA and EC key that OpenSSL has read")
            }
        }
        unsafe self.pointer = key
    }

    deinit {
        unsafe xmlSecKeyDestroy(pointer)
    }
}
