/// A sales platform that hands customers over.
public struct Portal: Sendable {
    /// The name, `iss` of its tokens.
    public let name: String
    /// Where a browser is sent to sign in.
    public let signInURL: String
    /// Its keys.
    public let keys: any PortalKeySource

    /// Makes a portal.
    public init(name: String, signInURL: String, keys: any PortalKeySource) {
        self.name = name
        self.signInURL = signInURL
        self.keys = keys
    }

    /// Makes a portal whose keys do not change.
    public init(name: String, signInURL: String, keys: [PortalKey]) {
        self.init(name: name, signInURL: signInURL, keys: FixedPortalKeys(keys))
    }
}
