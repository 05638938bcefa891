/// A sales platform that hands customers over.
public struct Portal: Sendable {
    /// The name, `iss` of its tokens.
    public let name: String
    /// Where a browser is sent to sign in.
    public let signInURL: String
    /// Its keys.
    public let keys: [PortalKey]

    /// Makes a portal.
    public init(name: String, signInURL: String, keys: [PortalKey]) {
        self.name = name
        self.signInURL = signInURL
        self.keys = keys
    }
}
