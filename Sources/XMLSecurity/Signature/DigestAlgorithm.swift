import CXMLSecurity

/// The digests that a `ds:Reference` may carry, by their URI.
public enum DigestAlgorithm: String, CaseIterable, Sendable {
    /// Broken for signatures; only metadata of old SPs gets through with it, with a warning (design 4.9).
    case sha1 = "http://www.w3.org/2000/09/xmldsig#sha1"
    /// The one this program writes.
    case sha256 = "http://www.w3.org/2001/04/xmlenc#sha256"
    case sha384 = "http://www.w3.org/2001/04/xmldsig-more#sha384"
    case sha512 = "http://www.w3.org/2001/04/xmlenc#sha512"

    /// OpenSSL's name.
    var name: String {
        switch self {
        case .sha1: "SHA1"
        case .sha256: "SHA256"
        case .sha384: "SHA384"
        case .sha512: "SHA512"
        }
    }

    var transform: xmlSecTransformId? {
        switch self {
        case .sha1: unsafe xmlSecOpenSSLTransformSha1GetKlass()
        case .sha256: unsafe xmlSecOpenSSLTransformSha256GetKlass()
        case .sha384: unsafe xmlSecOpenSSLTransformSha384GetKlass()
        case .sha512: unsafe xmlSecOpenSSLTransformSha512GetKlass()
        }
    }
}
