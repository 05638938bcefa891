/// The authentication context classes that a hand-off can stand for (saml-authn-context 3.4).
public enum AuthnContextClass: Sendable {
    /// A password over TLS; what a portal's sign-in is when it says nothing else.
    public static let passwordProtectedTransport = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"
    /// A password without TLS, on this machine.
    public static let password = "urn:oasis:names:tc:SAML:2.0:ac:classes:Password"
    /// Nothing said.
    public static let unspecified = "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified"
}
