/// Which algorithms an encrypted element may use; what is not listed is refused before a key is touched.
public struct EncryptionPolicy: Sendable {
    /// Content encryptions taken.
    public let contents: [ContentEncryption]
    /// Key transports taken.
    public let transports: [KeyTransport]

    /// Authenticated encryption and OAEP only (saml2int SDP-ALG01, IIP-ALG04).
    public static let strict = EncryptionPolicy(
        contents: [.aes128GCM, .aes192GCM, .aes256GCM],
        transports: [.rsaOAEP]
    )

    /// Design 4.9: looking at messages of old peers by hand, never the service.
    public static let interop = EncryptionPolicy(
        contents: ContentEncryption.allCases,
        transports: KeyTransport.allCases
    )
}
