import CXMLSecurity

/// A hash of OpenSSL, fetched once: fetching is a locked search by name through the providers.
///
/// `@unchecked Sendable`: an `EVP_MD` is immutable once fetched, and these are never freed.
@safe
struct MessageDigest: @unchecked Sendable {
    let pointer: OpaquePointer?

    private init(_ name: String) {
        unsafe pointer = EVP_MD_fetch(nil, name, nil)
    }

    static let sha256 = MessageDigest("SHA256")
    static let sha384 = MessageDigest("SHA384")
    static let sha512 = MessageDigest("SHA512")

    static func of(_ algorithm: SignatureAlgorithm) -> MessageDigest {
        switch algorithm {
        case .rsaSHA256, .ecdsaSHA256: sha256
        case .rsaSHA384, .ecdsaSHA384: sha384
        case .rsaSHA512: sha512
        }
    }
}
