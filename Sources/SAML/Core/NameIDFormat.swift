/// The name identifier formats this program knows (saml-core 8.3).
public enum NameIDFormat: Sendable {
    /// Left to the identity provider.
    public static let unspecified = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
    /// An RFC 2822 addr-spec.
    public static let emailAddress = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
    /// A system entity, as in `Issuer`.
    public static let entity = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity"
    /// The same opaque value for one user at one SP.
    public static let persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
    /// A fresh opaque value each time.
    public static let transient = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
    /// The identifier is to be sent as `EncryptedID`.
    public static let encrypted = "urn:oasis:names:tc:SAML:2.0:nameid-format:encrypted"
}
