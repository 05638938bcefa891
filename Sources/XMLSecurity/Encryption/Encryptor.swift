import CXMLSecurity

/// Encrypts to a peer's public key: AES-256-GCM, a fresh key and nonce each time, RSA-OAEP (saml2int SDP-ALG01).
public enum Encryptor: Sendable {
    /// Octets of the nonce and of the tag (xmlenc-core1 5.2.4).
    private static let nonceLength = 12
    private static let tagLength = 16

    /// Writes `EncryptedData` with its `EncryptedKey` inside.
    /// - Parameters:
    ///   - plain: the element, in canonical form with its own namespace declarations.
    ///   - receiver: an RSA key.
    ///   - writer: takes the element.
    /// - Throws: ``KeyError`` when the key is not RSA.
    public static func write(
        _ plain: [UInt8],
        to receiver: PublicKey,
        in writer: inout CanonicalWriter
    ) throws(KeyError) {
        let secret = Randomness.openSSL.bytes(ContentEncryption.aes256GCM.keyLength)
        let sealedKey = try seal(key: secret, receiver)
        guard let sealed = seal(plain, key: secret) else { throw .openSSL(.encryption, "OpenSSL could not encrypt") }
        writer.element(QName("xenc", XMLEnc.encryptedData), [XMLAttribute("Type", XMLEnc.element)]) { writer in
            method(ContentEncryption.aes256GCM.rawValue, &writer) { _ in }
            writer.element(QName("ds", DSig.keyInfo)) { writer in
                writer.element(QName("xenc", XMLEnc.encryptedKey)) { writer in
                    method(KeyTransport.rsaOAEP.rawValue, &writer) { writer in
                        let digest = [XMLAttribute("Algorithm", DigestAlgorithm.sha1.rawValue)]
                        writer.element(QName("ds", DSig.digestMethod), digest)
                    }
                    cipher(sealedKey, &writer)
                }
            }
            cipher(sealed, &writer)
        }
    }

    private static func method(
        _ algorithm: String,
        _ writer: inout CanonicalWriter,
        _ content: (inout CanonicalWriter) -> Void
    ) {
        let name = QName("xenc", XMLEnc.encryptionMethod)
        writer.element(name, [XMLAttribute("Algorithm", algorithm)], content)
    }

    private static func cipher(_ octets: [UInt8], _ writer: inout CanonicalWriter) {
        writer.element(QName("xenc", XMLEnc.cipherData)) { writer in
            writer.element(QName("xenc", XMLEnc.cipherValue), text: Base64.encode(octets))
        }
    }

    private static func seal(_ plain: [UInt8], key: [UInt8]) -> [UInt8]? {
        guard let context = unsafe EVP_CIPHER_CTX_new() else { return nil }
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        let nonce = Randomness.openSSL.bytes(nonceLength)
        var sealed = [UInt8](repeating: 0, count: plain.count)
        var tag = [UInt8](repeating: 0, count: tagLength)
        var length: Int32 = 0
        guard unsafe EVP_EncryptInit_ex2(context, EVP_aes_256_gcm(), key, nonce, nil) == 1,
            unsafe EVP_EncryptUpdate(context, &sealed, &length, plain, Int32(plain.count)) == 1,
            Int(length) == plain.count,
            unsafe EVP_EncryptFinal_ex(context, nil, &length) == 1,
            unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagLength), &tag) == 1
        else { return nil }
        return nonce + sealed + tag
    }

    private static func seal(key: [UInt8], _ receiver: PublicKey) throws(KeyError) -> [UInt8] {
        guard case .rsa = receiver.algorithm else {
            throw KeyError(.unsupportedKey, "encryption needs an RSA key, this one is \(receiver.algorithm.name)")
        }
        OpenSSLErrors.clear()
        let sealed = unsafe receiver.withPointer { pointer in unsafe oaep(key, pointer) }
        guard let sealed else { throw .openSSL(.encryption, "OpenSSL could not encrypt the key") }
        return sealed
    }

    private static func oaep(_ secret: [UInt8], _ key: OpaquePointer) -> [UInt8]? {
        guard let context = unsafe EVP_PKEY_CTX_new_from_pkey(nil, key, nil) else { return nil }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        var length = unsafe Int(EVP_PKEY_get_size(key))
        var sealed = [UInt8](repeating: 0, count: length)
        // OAEP's digest and MGF1's are SHA-1 unless set, which is what rsa-oaep-mgf1p means.
        guard unsafe EVP_PKEY_encrypt_init(context) == 1,
            unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1,
            unsafe EVP_PKEY_encrypt(context, &sealed, &length, secret, secret.count) == 1
        else { return nil }
        return Array(sealed.prefix(length))
    }
}
