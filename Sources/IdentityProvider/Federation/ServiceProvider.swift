public import SAML
public import XMLSecurity

/// An SP as this identity provider uses it: its metadata with the keys made ready.
public struct ServiceProvider: Sendable {
    /// What is said of a customer to this SP.
    public enum AttributeProfile: String, Sendable {
        /// The attribute contract of HUAWEI CLOUD.
        case huaweiCloud = "huawei-cloud"
        /// The same facts under plain names, for any other SP.
        case plain
    }

    /// The entity id.
    public let entityID: String
    /// The role.
    public let descriptor: SPSSODescriptor
    /// The keys that may have signed its messages.
    public let signingKeys: [VerificationKey]
    /// What is said to it.
    public let attributes: AttributeProfile
    /// Which elements of a response are signed for it.
    public let signing: Response.Signing
    /// Until then its metadata holds.
    public let validUntil: Instant?

    /// Makes an SP of its metadata.
    public init(
        entityID: String,
        descriptor: SPSSODescriptor,
        attributes: AttributeProfile,
        signing: Response.Signing = .assertion,
        validUntil: Instant? = nil
    ) {
        self.entityID = entityID
        self.descriptor = descriptor
        self.signingKeys = descriptor.signingKeys
        self.attributes = attributes
        self.signing = signing
        self.validUntil = validUntil
    }
}
