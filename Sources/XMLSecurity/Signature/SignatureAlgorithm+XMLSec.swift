import CXMLSecurity

extension SignatureAlgorithm {
    var transform: xmlSecTransformId? {
        switch self {
        case .rsaSHA1: unsafe xmlSecOpenSSLTransformRsaSha1GetKlass()
        case .rsaSHA256: unsafe xmlSecOpenSSLTransformRsaSha256GetKlass()
        case .rsaSHA384: unsafe xmlSecOpenSSLTransformRsaSha384GetKlass()
        case .rsaSHA512: unsafe xmlSecOpenSSLTransformRsaSha512GetKlass()
        case .ecdsaSHA256: unsafe xmlSecOpenSSLTransformEcdsaSha256GetKlass()
        case .ecdsaSHA384: unsafe xmlSecOpenSSLTransformEcdsaSha384GetKlass()
        case .ecdsaSHA512: unsafe xmlSecOpenSSLTransformEcdsaSha512GetKlass()
        }
    }
}
