import CXMLSecurity

/// How the content's key is encrypted to the receiver, by the URI of xmlenc-core 5.4.
public enum KeyTransport: String, CaseIterable, Sendable {
    /// RSA-OAEP with MGF1 and SHA-1, which is what every peer speaks; SHA-1's weakness does not touch OAEP.
    case rsaOAEP = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"
    /// PKCS#1 v1.5: who can ask often enough decrypts with it (Bleichenbacher), `interop` only.
    case rsaPKCS1 = "http://www.w3.org/2001/04/xmlenc#rsa-1_5"

    var transform: xmlSecTransformId? {
        switch self {
        case .rsaOAEP: unsafe xmlSecOpenSSLTransformRsaOaepGetKlass()
        case .rsaPKCS1: unsafe xmlSecOpenSSLTransformRsaPkcs1GetKlass()
        }
    }
}
