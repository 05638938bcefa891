public import XMLSecurity

/// Where a portal wants to be told of changes.
public struct PortalWebhook: Sendable {
    /// The address, https.
    public let url: String
    /// Both sides have it; it signs each message.
    public let secret: Secret
    /// Whether the address may be one of a private network.
    public let allowsPrivateAddress: Bool

    /// Describes a webhook.
    public init(url: String, secret: Secret, allowsPrivateAddress: Bool = false) {
        self.url = url
        self.secret = secret
        self.allowsPrivateAddress = allowsPrivateAddress
    }
}
