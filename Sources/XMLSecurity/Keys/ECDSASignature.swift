import CXMLSecurity

/// The two forms of an ECDSA signature: DER in OpenSSL, r and s side by side in XML-DSig (RFC 6931 2.3.6).
enum ECDSASignature {
    /// Both halves padded to the width of the curve; nil when the input is not DER.
    static func raw(fromDER der: [UInt8], width: Int) -> [UInt8]? {
        guard
            let signature = unsafe DER.decode(
                der,
                read: { unsafe d2i_ECDSA_SIG(nil, $0, $1) },
                free: { unsafe ECDSA_SIG_free($0) }
            )
        else { return nil }
        defer { unsafe ECDSA_SIG_free(signature) }
        var isWhole = false
        let raw = unsafe [UInt8](unsafeUninitializedCapacity: 2 * width) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            isWhole =
                unsafe BN_bn2binpad(ECDSA_SIG_get0_r(signature), start, Int32(width)) == width
                && BN_bn2binpad(ECDSA_SIG_get0_s(signature), start + width, Int32(width)) == width
            count = isWhole ? 2 * width : 0
        }
        return isWhole ? raw : nil
    }

    /// Nil unless the input has exactly twice the width of the curve.
    static func der(fromRaw raw: [UInt8], width: Int) -> [UInt8]? {
        guard raw.count == 2 * width, let signature = unsafe ECDSA_SIG_new() else { return nil }
        defer { unsafe ECDSA_SIG_free(signature) }
        let halves = unsafe raw.withUnsafeBufferPointer { buffer in
            let start = buffer.baseAddress
            return unsafe (
                BN_bin2bn(start, Int32(width), nil), BN_bin2bn(start.map { unsafe $0 + width }, Int32(width), nil)
            )
        }
        // From here on the signature owns both numbers, unless it refuses them.
        guard unsafe ECDSA_SIG_set0(signature, halves.0, halves.1) == 1 else {
            unsafe BN_free(halves.0)
            unsafe BN_free(halves.1)
            return nil
        }
        return unsafe DER.encode { unsafe i2d_ECDSA_SIG(signature, $0) }
    }
}
