import XMLSecurity

/// A certificate with an RSA key of 1024 bits, put together octet by octet: the key module makes no such keys.
///
/// The modulus and the certificate's signature are no real ones; nobody gets as far as using them.
enum ShortKeyCertificate {
    private static let rsa: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00]
    private static let sha256WithRSA: [UInt8] = rsa[..<10] + [0x0B, 0x05, 0x00]
    private static let commonName: [UInt8] = [0x06, 0x03, 0x55, 0x04, 0x03]

    static func der(like certificate: Certificate) throws -> [UInt8] {
        // An odd modulus with its top bit set, different for each certificate.
        var modulus: [UInt8] = []
        for part in UInt8(0)..<4 { modulus += Digest.sha256([part] + certificate.der) }
        modulus[0] |= 0x80
        modulus[127] |= 1
        let exponent: [UInt8] = [0x02, 0x03, 0x01, 0x00, 0x01]
        let key = sequence(value(0x02, [0] + modulus) + exponent)
        let info = sequence(sequence(rsa) + value(0x03, [0] + key))
        let name = sequence(value(0x31, sequence(commonName + value(0x0C, Array("short".utf8)))))
        let times = sequence(
            value(0x17, Array("200101000000Z".utf8)) + value(0x17, Array("491231235959Z".utf8))
        )
        let body = sequence(
            [0xA0, 0x03, 0x02, 0x01, 0x02, 0x02, 0x01, 0x01] + sequence(sha256WithRSA) + name + times + name + info
        )
        return sequence(body + sequence(sha256WithRSA) + value(0x03, [0] + modulus))
    }

    private static func sequence(_ content: [UInt8]) -> [UInt8] {
        value(0x30, content)
    }

    private static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length: [UInt8] =
            switch content.count {
            case ..<128: [UInt8(content.count)]
            case ..<256: [0x81, UInt8(content.count)]
            default: [0x82, UInt8(content.count >> 8), UInt8(content.count & 0xFF)]
            }
        return [tag] + length + content
    }
}
