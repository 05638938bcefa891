public import SAML

/// Which sessions end together.
public enum SessionSelector: Hashable, Sendable {
    /// The one of a browser.
    case browser(OpaqueID)
    /// Those that a LogoutRequest names; without indexes all of that name at that SP (saml-core 3.7.1).
    case participant(serviceProvider: String, nameID: NameID, sessionIndexes: [String])
    /// All of a portal's user.
    case customer(portal: String, user: String)
}
