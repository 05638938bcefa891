/// The bindings of saml-bindings that this program speaks.
public enum Binding: String, CaseIterable, Sendable, Codable {
    /// saml-bindings 3.4.
    case httpRedirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
    /// saml-bindings 3.5.
    case httpPOST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
}
