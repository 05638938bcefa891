import CXMLSecurity

extension PrivateKey {
    /// PBKDF2 rounds of HMAC-SHA-256, OWASP's figure of 2023: 0.2 s (measured) once, when a key is loaded, and 0.2 s
    /// for every passphrase that a thief of the file tries.
    static let derivationRounds: Int32 = 600_000

    /// NIST SP 800-132 5.1 wants at least 128 bits; OpenSSL 3.0 alone would take 64.
    static let saltLength: Int32 = 16

    /// Reads a PEM file with one private key: PKCS#8, encrypted or not, or the older RSA and EC forms.
    ///
    /// - Parameters:
    ///   - pem: The file. Certificates and parameters beside the key are skipped.
    ///   - passphrase: Opens an encrypted key; left alone when the key is not encrypted. Nobody is asked for one.
    /// - Throws: `notPEM`, `passphraseRequired`, `wrongPassphrase`, `unsupportedKey`, `tooShort` or `mismatch`.
    public convenience init(pem: [UInt8], passphrase: Secret?) throws(KeyError) {
        let blocks = try PEMBlock.all(in: pem, orThrow: .notPEM).filter { $0.label.hasSuffix("PRIVATE KEY") }
        guard let block = blocks.first, blocks.count == 1 else {
            throw KeyError(.notPEM, "the file holds \(blocks.count) private keys; exactly one is expected")
        }
        OpenSSLErrors.clear()
        try self.init(unsafe EVPKey(owning: Self.open(block, passphrase)))
    }

    private static func open(_ block: PEMBlock, _ passphrase: Secret?) throws(KeyError) -> OpaquePointer {
        let isPKCS8 = block.label == "ENCRYPTED PRIVATE KEY"
        guard isPKCS8 || block.isEncryptedTraditional else {
            guard let key = unsafe readPlain(block) else {
                throw .openSSL(.unsupportedKey, "the block \(block.label) is not a key that OpenSSL can read")
            }
            return unsafe key
        }
        guard let passphrase else {
            throw KeyError(.passphraseRequired, "the private key is encrypted and no passphrase was given")
        }
        return unsafe isPKCS8 ? try openPKCS8(block, passphrase) : try openTraditional(block, passphrase)
    }

    private static func readPlain(_ block: PEMBlock) -> OpaquePointer? {
        var cursor: UnsafePointer<UInt8>? = unsafe UnsafePointer(block.data)
        return unsafe d2i_AutoPrivateKey(nil, &cursor, block.count)
    }

    private static func openTraditional(
        _ block: PEMBlock,
        _ passphrase: Secret
    ) throws(KeyError) -> OpaquePointer {
        guard block.decryptTraditional(passphrase) else { throw notOpened() }
        // One wrong passphrase in 256 leaves good padding around bytes that are no key.
        guard let key = unsafe readPlain(block) else {
            throw .openSSL(.wrongPassphrase, "the passphrase does not open the private key")
        }
        return unsafe key
    }

    private static func openPKCS8(_ block: PEMBlock, _ passphrase: Secret) throws(KeyError) -> OpaquePointer {
        var cursor: UnsafePointer<UInt8>? = unsafe UnsafePointer(block.data)
        guard let sealed = unsafe d2i_X509_SIG(nil, &cursor, block.count) else {
            throw .openSSL(.unsupportedKey, "the block \(block.label) is not PKCS#8")
        }
        defer { unsafe X509_SIG_free(sealed) }
        let info = unsafe passphrase.withBytes { unsafe PKCS8_decrypt(sealed, $0, Int32($0.count)) }
        guard let info = unsafe info else { throw notOpened() }
        defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
        guard let key = unsafe EVP_PKCS82PKEY(info) else {
            throw .openSSL(.unsupportedKey, "OpenSSL cannot read the decrypted key")
        }
        return unsafe key
    }

    /// Tells an encryption that OpenSSL does not have from a passphrase that does not fit.
    private static func notOpened() -> KeyError {
        let details = OpenSSLErrors.drain()
        return details.contains("unsupported") || details.contains("unknown")
            ? KeyError(.unsupportedKey, "the encryption of the private key is not supported (\(details))")
            : KeyError(.wrongPassphrase, "the passphrase does not open the private key (\(details))")
    }

    /// Writes the key as encrypted PKCS#8 (RFC 5958): AES-256-CBC, PBKDF2 with HMAC-SHA-256.
    ///
    /// - Parameter passphrase: What opens it again; not empty.
    /// - Returns: The PEM file.
    /// - Throws: `passphraseRequired` or `generation`.
    public func encryptedPEM(passphrase: Secret) throws(KeyError) -> [UInt8] {
        guard passphrase.withBytes({ !$0.isEmpty }) else {
            throw KeyError(.passphraseRequired, "a private key is not written with an empty passphrase")
        }
        OpenSSLErrors.clear()
        let output = MemoryBIO()
        guard let info = unsafe EVP_PKEY2PKCS8(key.pointer) else {
            throw .openSSL(.generation, "OpenSSL could not write the key as PKCS#8")
        }
        defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
        // -1 and a cipher mean PBES2, whose pseudo-random function is HMAC-SHA-256; no salt means a random one.
        let sealed = unsafe passphrase.withBytes {
            unsafe PKCS8_encrypt(
                -1,
                EVP_aes_256_cbc(),
                $0,
                Int32($0.count),
                nil,
                Self.saltLength,
                Self.derivationRounds,
                info
            )
        }
        defer { unsafe X509_SIG_free(sealed) }
        guard unsafe sealed != nil, unsafe PEM_write_bio_PKCS8(output.pointer, sealed) == 1 else {
            throw .openSSL(.generation, "OpenSSL could not encrypt the key")
        }
        return output.contents
    }
}
