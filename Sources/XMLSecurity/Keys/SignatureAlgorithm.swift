/// The signature algorithms that we make and accept; the raw value is the URI of XML-DSig (RFC 6931 2.3).
public enum SignatureAlgorithm: String, CaseIterable, Sendable {
    /// RSA PKCS#1 v1.5 with SHA-1: never made; read under `interop` only (design 4.9).
    case rsaSHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
    /// RSA PKCS#1 v1.5 with SHA-256.
    case rsaSHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    /// RSA PKCS#1 v1.5 with SHA-384.
    case rsaSHA384 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384"
    /// RSA PKCS#1 v1.5 with SHA-512.
    case rsaSHA512 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"
    /// ECDSA with SHA-256.
    case ecdsaSHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
    /// ECDSA with SHA-384.
    case ecdsaSHA384 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384"
    /// ECDSA with SHA-512.
    case ecdsaSHA512 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512"

    /// What a new signature uses with a key of that kind when nothing else is said.
    public static func usual(for key: KeyAlgorithm) -> SignatureAlgorithm {
        switch key {
        case .rsa: .rsaSHA256
        case .ec: .ecdsaSHA256
        }
    }

    /// The digest of equal strength, for the reference.
    public var digest: DigestAlgorithm {
        switch self {
        case .rsaSHA1: .sha1
        case .rsaSHA256, .ecdsaSHA256: .sha256
        case .rsaSHA384, .ecdsaSHA384: .sha384
        case .rsaSHA512, .ecdsaSHA512: .sha512
        }
    }

    var isECDSA: Bool {
        switch self {
        case .rsaSHA1, .rsaSHA256, .rsaSHA384, .rsaSHA512: false
        case .ecdsaSHA256, .ecdsaSHA384, .ecdsaSHA512: true
        }
    }

    /// OpenSSL's name of the hash.
    ///
    /// Handing over a fetched `EVP_MD` instead was measured and gains nothing: OpenSSL 3.0
    /// takes its name and looks it up again.
    var digestName: String { digest.name }

    /// Whether a key of this kind can sign with it.
    public func fits(_ key: KeyAlgorithm) -> Bool {
        switch key {
        case .rsa: !isECDSA
        case .ec: isECDSA
        }
    }
}
