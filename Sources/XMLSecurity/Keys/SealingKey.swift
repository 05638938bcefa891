import CXMLSecurity

/// A key that encrypts what we keep for ourselves: AES-256-GCM, a fresh nonce each time.
///
/// What is sealed is one version octet, the nonce, the ciphertext and the tag. The context is not in it and must be the
/// same when it is opened, so that what was sealed for one use or row is not taken for another.
public struct SealingKey: Sendable {
    /// Octets of a key.
    public static let length = 32

    private static let version: UInt8 = 1
    private static let nonceLength = 12
    private static let tagLength = 16

    private let secret: Secret

    /// Takes a key; `nil` unless it has ``length`` octets.
    public init?(_ secret: Secret) {
        guard secret.withBytes(\.count) == Self.length else { return nil }
        self.secret = secret
    }

    /// Encrypts.
    /// - Parameters:
    ///   - plain: what is to be kept.
    ///   - context: what it is for.
    ///   - randomness: where the nonce comes from.
    /// - Returns: the sealed octets.
    public func seal(_ plain: [UInt8], context: [UInt8], randomness: Randomness) -> [UInt8] {
        let nonce = randomness.bytes(Self.nonceLength)
        guard let context = unsafe Self.start(secret, nonce, context, encrypting: true) else {
            preconditionFailure("OpenSSL's AES-256-GCM failed")
        }
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        var cipher = [UInt8](repeating: 0, count: plain.count)
        var tag = [UInt8](repeating: 0, count: Self.tagLength)
        var length: Int32 = 0
        let isDone =
            unsafe EVP_EncryptUpdate(context, &cipher, &length, plain, Int32(plain.count)) == 1
            && EVP_EncryptFinal_ex(context, nil, &length) == 1
            && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, Int32(Self.tagLength), &tag) == 1
        precondition(isDone, "OpenSSL's AES-256-GCM failed")
        return [Self.version] + nonce + cipher + tag
    }

    /// Decrypts; `nil` for anything that this key did not seal for this context.
    public func open(_ sealed: [UInt8], context: [UInt8]) -> [UInt8]? {
        let overhead = 1 + Self.nonceLength + Self.tagLength
        guard sealed.count >= overhead, sealed[0] == Self.version else { return nil }
        let nonce = Array(sealed[1...Self.nonceLength])
        let cipher = Array(sealed[(1 + Self.nonceLength)..<(sealed.count - Self.tagLength)])
        var tag = Array(sealed.suffix(Self.tagLength))
        guard let context = unsafe Self.start(secret, nonce, context, encrypting: false) else { return nil }
        defer {
            unsafe EVP_CIPHER_CTX_free(context)
            OpenSSLErrors.clear()
        }
        var plain = [UInt8](repeating: 0, count: cipher.count)
        var length: Int32 = 0
        // Not a byte is given out before the tag was compared.
        guard unsafe EVP_DecryptUpdate(context, &plain, &length, cipher, Int32(cipher.count)) == 1,
            unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, Int32(Self.tagLength), &tag) == 1,
            unsafe EVP_DecryptFinal_ex(context, nil, &length) == 1
        else { return nil }
        return plain
    }

    private static func start(
        _ secret: Secret,
        _ nonce: [UInt8],
        _ associated: [UInt8],
        encrypting: Bool
    ) -> OpaquePointer? {
        guard let context = unsafe EVP_CIPHER_CTX_new() else { return nil }
        var length: Int32 = 0
        let isReady = secret.withBytes { key in
            unsafe EVP_CipherInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce, encrypting ? 1 : 0) == 1
                && EVP_CipherUpdate(context, nil, &length, associated, Int32(associated.count)) == 1
        }
        guard isReady else {
            unsafe EVP_CIPHER_CTX_free(context)
            return nil
        }
        return unsafe context
    }
}
