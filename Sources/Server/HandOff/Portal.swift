/// A sales platform that hands customers over.
public struct Portal: Sendable {
    /// The name, `iss` of its tokens.
    public let name: String
    /// Where a browser is sent to sign in.
    public let signInURL: String
    /// Its keys.
    public let keys: any PortalKeySource
    /// Where a browser goes that comes back from binding; `nil` for a page of ours.
    public let afterBindingURL: String?
    /// Where it is told of changes; `nil` when it does not want to be.
    public let webhook: PortalWebhook?

    /// Makes a portal.
    public init(
        name: String,
        signInURL: String,
        keys: any PortalKeySource,
        afterBindingURL: String? = nil,
        webhook: PortalWebhook? = nil
    ) {
        self.name = name
        self.signInURL = signInURL
        self.keys = keys
        self.afterBindingURL = afterBindingURL
        self.webhook = webhook
    }

    /// Makes a portal whose keys do not change.
    public init(
        name: String,
        signInURL: String,
        keys: [PortalKey],
        afterBindingURL: String? = nil,
        webhook: PortalWebhook? = nil
    ) {
        self.init(
            name: name,
            signInURL: signInURL,
            keys: FixedPortalKeys(keys),
            afterBindingURL: afterBindingURL,
            webhook: webhook
        )
    }
}
