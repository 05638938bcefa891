public import SAML
public import XMLSecurity

/// An SP as this identity provider uses it: its metadata with the keys made ready, and how it is answered.
public struct ServiceProvider: Sendable {
    /// The entity id.
    public let entityID: String
    /// The role.
    public let descriptor: SPSSODescriptor
    /// The keys that may have signed its messages.
    public let signingKeys: [VerificationKey]
    /// The key that assertions are encrypted to; `nil` when its metadata names none that can.
    public let encryptionKey: PublicKey?
    /// How it is answered.
    public let settings: ServiceProviderSettings
    /// Until then its metadata holds.
    public let validUntil: Instant?

    /// Makes an SP of its metadata.
    public init(
        entityID: String,
        descriptor: SPSSODescriptor,
        settings: ServiceProviderSettings,
        validUntil: Instant? = nil
    ) {
        self.entityID = entityID
        self.descriptor = descriptor
        self.signingKeys = descriptor.signingKeys
        self.encryptionKey = descriptor.encryptionKey
        self.settings = settings
        self.validUntil = validUntil
    }
}
