import FoundationEssentials
import XMLSecurity

/// The sizes of the keys in a JWK Set (RFC 7517 5, RFC 7518 6).
struct PublishedKeys: Decodable, Sendable {
    struct Key: Decodable, Sendable {
        let kty: String
        let n: String?
        let crv: String?
    }

    let keys: [Key]

    init(_ bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    }

    /// The weakest key in words, and whether it is strong enough; `nil` for a set without keys.
    var weakest: (name: String, isStrong: Bool)? {
        let sizes = keys.map(Self.strength)
        return sizes.first { !$0.isStrong } ?? sizes.first
    }

    private static func strength(_ key: Key) -> (name: String, isStrong: Bool) {
        switch (key.kty, key.crv) {
        case ("RSA", _):
            let bits = bits(key.n ?? "")
            return ("RSA \(bits)", bits >= KeyAlgorithm.shortestRSA)
        case ("EC", "P-256"), ("EC", "P-384"), ("EC", "P-521"), ("OKP", "Ed25519"):
            return ("\(key.kty) \(key.crv ?? "")", true)
        default: return ("\(key.kty) \(key.crv ?? "")", false)
        }
    }

    // A modulus may have zeros in front of it, against RFC 7518 6.3.1.1.
    private static func bits(_ base64URL: String) -> Int {
        let plain = base64URL.replacing("-", with: "+").replacing("_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let octets = Base64.decode(padded.utf8, allowingLineBreaks: false) else { return 0 }
        let significant = octets.drop { $0 == 0 }
        return significant.count * 8 - (significant.first?.leadingZeroBitCount ?? 0)
    }
}
