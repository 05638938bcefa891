import CXMLSecurity

/// Owns one `EVP_PKEY`.
///
/// `@unchecked Sendable`: the pointer never changes, and OpenSSL 3 locks what it caches inside a key that is only read.
@safe
final class EVPKey: @unchecked Sendable {
    let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        unsafe self.pointer = unsafe pointer
    }

    deinit {
        unsafe EVP_PKEY_free(pointer)
    }

    /// SubjectPublicKeyInfo (RFC 5280 4.1.2.7).
    func publicDER() -> [UInt8]? {
        unsafe DER.encode { unsafe i2d_PUBKEY(pointer, $0) }
    }

    /// The kind of key, or a refusal of what we do not use.
    func algorithm() throws(KeyError) -> KeyAlgorithm {
        let bits = unsafe Int(EVP_PKEY_get_bits(pointer))
        if unsafe drawbridge_EVP_PKEY_is_RSA(pointer) == 1 {
            guard bits <= KeyAlgorithm.longestRSA else {
                throw KeyError(.unsupportedKey, "RSA of \(bits) bits is above \(KeyAlgorithm.longestRSA)")
            }
            return .rsa(bits: bits)
        }
        guard unsafe drawbridge_EVP_PKEY_is_EC(pointer) == 1 else {
            throw KeyError(.unsupportedKey, "it is neither an RSA nor an EC key")
        }
        guard let curve = curve(), KeyAlgorithm.curves.contains(curve) else {
            throw KeyError(.unsupportedKey, "its curve is not P-256, P-384 or P-521")
        }
        return .ec(curve: curve)
    }

    /// Nil for explicit curve parameters, which RFC 5480 2.1.1 forbids: with a generator of one's own choice they forge
    /// a key for another's point (CVE-2020-0601).
    private func curve() -> String? {
        // The longest name OpenSSL has is under 30 characters.
        var name = [CChar](repeating: 0, count: 64)
        var length = 0
        var isExplicit: Int32 = 0
        _ = unsafe EVP_PKEY_get_int_param(pointer, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS, &isExplicit)
        guard isExplicit == 0, unsafe EVP_PKEY_get_group_name(pointer, &name, name.count, &length) == 1 else {
            OpenSSLErrors.clear()
            return nil
        }
        return String(decoding: name.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Bytes of r and of s in the signature value of XML-DSig (RFC 6931 2.3.6).
    var coordinateWidth: Int {
        unsafe (Int(EVP_PKEY_get_bits(pointer)) + 7) / 8
    }
}
