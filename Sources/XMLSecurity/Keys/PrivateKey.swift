import CXMLSecurity

/// A key that signs, loaded once and shared by all requests.
public final class PrivateKey: Sendable, CustomStringConvertible {
    let key: EVPKey
    /// The public half, which no longer knows the private one.
    public let publicKey: PublicKey

    /// Takes a key that is long enough and whose halves belong together.
    init(_ key: EVPKey) throws(KeyError) {
        let algorithm = try key.algorithm()
        if algorithm.isTooShort, case .rsa(let bits) = algorithm {
            throw KeyError(.tooShort(bits: bits), "RSA of \(bits) bits is below \(KeyAlgorithm.shortestRSA)")
        }
        guard let der = key.publicDER() else { throw .openSSL(.unsupportedKey, "its public half cannot be written") }
        self.key = key
        publicKey = try PublicKey(der: der)
        try proveHalves()
    }

    /// The kind of key and its size.
    public var algorithm: KeyAlgorithm { publicKey.algorithm }

    /// Names the kind of key and nothing of its content.
    public var description: String { "PrivateKey(\(algorithm.name))" }

    /// Makes an RSA key with the public exponent 65537.
    ///
    /// - Parameter size: The length of the modulus.
    /// - Returns: The new key.
    /// - Throws: `generation`.
    public static func generate(_ size: RSAKeySize) throws(KeyError) -> PrivateKey {
        try unsafe generate(type: "RSA") { unsafe EVP_PKEY_CTX_set_rsa_keygen_bits($0, Int32(size.rawValue)) }
    }

    /// Makes an EC key on P-256, which HUAWEI CLOUD does not take but other service providers do.
    ///
    /// - Returns: The new key.
    /// - Throws: `generation`.
    public static func generateEC() throws(KeyError) -> PrivateKey {
        try unsafe generate(type: "EC") { unsafe EVP_PKEY_CTX_set_group_name($0, "prime256v1") }
    }

    private static func generate(
        type: String,
        configure: (OpaquePointer) -> Int32
    ) throws(KeyError) -> PrivateKey {
        OpenSSLErrors.clear()
        let context = unsafe EVP_PKEY_CTX_new_from_name(nil, type, nil)
        defer { unsafe EVP_PKEY_CTX_free(context) }
        var pointer: OpaquePointer?
        guard let context = unsafe context,
            unsafe EVP_PKEY_keygen_init(context) == 1,
            unsafe configure(context) == 1,
            unsafe EVP_PKEY_generate(context, &pointer) == 1,
            let pointer = unsafe pointer
        else { throw .openSSL(.generation, "OpenSSL could not make a key of type \(type)") }
        return try PrivateKey(unsafe EVPKey(owning: pointer))
    }

    /// Signs, and gives the signature in the form of XML-DSig.
    ///
    /// - Parameters:
    ///   - message: What is signed.
    ///   - algorithm: An algorithm that fits the key.
    /// - Returns: The octets of the signature value; for ECDSA r and s side by side, of constant width.
    /// - Throws: `signing`.
    public func sign(_ message: [UInt8], with algorithm: SignatureAlgorithm) throws(KeyError) -> [UInt8] {
        guard algorithm.fits(self.algorithm) else {
            throw KeyError(.signing, "a key of type \(self.algorithm.name) cannot sign with \(algorithm.rawValue)")
        }
        OpenSSLErrors.clear()
        guard let signature = signature(of: message, digest: algorithm.digestName) else {
            throw .openSSL(.signing, "OpenSSL could not sign")
        }
        guard algorithm.isECDSA else { return signature }
        guard let raw = ECDSASignature.raw(fromDER: signature, width: key.coordinateWidth) else {
            throw .openSSL(.signing, "OpenSSL's ECDSA signature is malformed")
        }
        return raw
    }

    private func signature(of message: [UInt8], digest: String) -> [UInt8]? {
        guard let context = unsafe EVP_MD_CTX_new() else { return nil }
        defer { unsafe EVP_MD_CTX_free(context) }
        guard unsafe EVP_DigestSignInit_ex(context, nil, digest, nil, nil, key.pointer, nil) == 1 else { return nil }
        let size = unsafe Int(EVP_PKEY_get_size(key.pointer))
        let signature = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var length = buffer.count
            let done = unsafe EVP_DigestSign(context, buffer.baseAddress, &length, message, message.count) == 1
            count = done ? length : 0
        }
        return signature.isEmpty ? nil : signature
    }

    /// Signs once and checks it: a damaged or assembled file is found when it is loaded, not at the first customer.
    private func proveHalves() throws(KeyError) {
        let algorithm = SignatureAlgorithm.usual(for: self.algorithm)
        let message = Array("drawbridge".utf8)
        let signature = try? sign(message, with: algorithm)
        guard let signature, publicKey.verify(signature, of: message, with: algorithm) else {
            throw KeyError(.mismatch, "the private and the public half of the key do not belong together")
        }
    }
}
