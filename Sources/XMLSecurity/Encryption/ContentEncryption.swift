import CXMLSecurity

/// How content is encrypted, by the URI of xmlenc-core 5.2.
public enum ContentEncryption: String, CaseIterable, Sendable {
    /// AES-128-GCM (xmlenc-core1 5.2.4).
    case aes128GCM = "http://www.w3.org/2009/xmlenc11#aes128-gcm"
    /// AES-192-GCM.
    case aes192GCM = "http://www.w3.org/2009/xmlenc11#aes192-gcm"
    /// AES-256-GCM, the one this program writes.
    case aes256GCM = "http://www.w3.org/2009/xmlenc11#aes256-gcm"
    /// AES-128-CBC: nothing proves the text unchanged, `interop` only.
    case aes128CBC = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
    /// AES-192-CBC, `interop` only.
    case aes192CBC = "http://www.w3.org/2001/04/xmlenc#aes192-cbc"
    /// AES-256-CBC, `interop` only.
    case aes256CBC = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"

    /// Octets of the key.
    var keyLength: Int {
        switch self {
        case .aes128GCM, .aes128CBC: 16
        case .aes192GCM, .aes192CBC: 24
        case .aes256GCM, .aes256CBC: 32
        }
    }

    var transform: xmlSecTransformId? {
        switch self {
        case .aes128GCM: unsafe xmlSecOpenSSLTransformAes128GcmGetKlass()
        case .aes192GCM: unsafe xmlSecOpenSSLTransformAes192GcmGetKlass()
        case .aes256GCM: unsafe xmlSecOpenSSLTransformAes256GcmGetKlass()
        case .aes128CBC: unsafe xmlSecOpenSSLTransformAes128CbcGetKlass()
        case .aes192CBC: unsafe xmlSecOpenSSLTransformAes192CbcGetKlass()
        case .aes256CBC: unsafe xmlSecOpenSSLTransformAes256CbcGetKlass()
        }
    }
}
