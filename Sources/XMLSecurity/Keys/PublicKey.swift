import CXMLSecurity

/// The half of a key that checks signatures.
public final class PublicKey: Sendable, Hashable {
    private let key: EVPKey
    /// SubjectPublicKeyInfo in DER, as OpenSSL writes it; two keys are equal when these are.
    public let der: [UInt8]
    /// The kind of key and its size.
    ///
    /// RSA below `KeyAlgorithm.shortestRSA` is read, and is the reader's to refuse.
    public let algorithm: KeyAlgorithm

    /// Reads a SubjectPublicKeyInfo.
    ///
    /// - Parameter der: The whole structure and nothing behind it.
    /// - Throws: `unsupportedKey`.
    public convenience init(der: [UInt8]) throws(KeyError) {
        OpenSSLErrors.clear()
        guard
            let pointer = unsafe DER.decode(
                der,
                read: { unsafe d2i_PUBKEY(nil, $0, $1) },
                free: { unsafe EVP_PKEY_free($0) }
            )
        else { throw .openSSL(.unsupportedKey, "it is not one SubjectPublicKeyInfo") }
        try self.init(unsafe EVPKey(owning: pointer))
    }

    init(_ key: EVPKey) throws(KeyError) {
        self.key = key
        algorithm = try key.algorithm()
        guard let der = key.publicDER() else { throw .openSSL(.unsupportedKey, "its public half cannot be written") }
        self.der = der
    }

    /// Checks a signature in the form of XML-DSig; whatever is malformed is simply not a signature.
    ///
    /// - Parameters:
    ///   - signature: The octets of the signature value; for ECDSA r and s side by side.
    ///   - message: What was signed.
    ///   - algorithm: The algorithm the caller has allowed.
    /// - Returns: True only when OpenSSL says that the signature is good.
    public func verify(_ signature: [UInt8], of message: [UInt8], with algorithm: SignatureAlgorithm) -> Bool {
        guard algorithm.fits(self.algorithm) else { return false }
        OpenSSLErrors.clear()
        defer { OpenSSLErrors.clear() }
        guard algorithm.isECDSA else { return isGood(signature, message, algorithm) }
        guard let der = ECDSASignature.der(fromRaw: signature, width: key.coordinateWidth) else { return false }
        return isGood(der, message, algorithm)
    }

    private func isGood(_ signature: [UInt8], _ message: [UInt8], _ algorithm: SignatureAlgorithm) -> Bool {
        guard let context = unsafe EVP_MD_CTX_new() else { return false }
        defer { unsafe EVP_MD_CTX_free(context) }
        // EVP_DigestVerify answers 1, 0 or below: everything but 1 is a refusal.
        return unsafe EVP_DigestVerifyInit_ex(context, nil, algorithm.digestName, nil, nil, key.pointer, nil) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    /// Lends the `EVP_PKEY` to xmlsec, which takes its own reference.
    func withPointer<R>(_ body: (OpaquePointer) throws -> R) rethrows -> R {
        try unsafe body(key.pointer)
    }

    /// Equal when the SubjectPublicKeyInfo is.
    public static func == (left: PublicKey, right: PublicKey) -> Bool {
        left.der == right.der
    }

    /// Hashes the SubjectPublicKeyInfo.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(der)
    }
}
