/// Which request a response may answer (saml-core 3.2.2, saml-profiles 4.1.4.3, 4.1.5).
public enum ExpectedRequest: Hashable, Sendable {
    /// The outstanding request of this browser.
    case id(String)
    /// None: only a response that nobody asked for.
    case none
    /// Not known, as when somebody looks at a recorded response by hand; said in a warning.
    case unknown
}
