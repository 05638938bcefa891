import XMLSecurity

/// The element names of the protocol namespace (saml-core 3).
public enum SAMLP: Sendable {
    static let namespace: StaticString = "urn:oasis:names:tc:SAML:2.0:protocol"

    static let authnRequest = XMLName(namespace, "AuthnRequest")
    static let extensions = XMLName(namespace, "Extensions")
    static let nameIDPolicy = XMLName(namespace, "NameIDPolicy")
    static let requestedAuthnContext = XMLName(namespace, "RequestedAuthnContext")
    static let scoping = XMLName(namespace, "Scoping")
    static let response = XMLName(namespace, "Response")
    static let status = XMLName(namespace, "Status")
    static let statusCode = XMLName(namespace, "StatusCode")
    static let logoutRequest = XMLName(namespace, "LogoutRequest")
    static let logoutResponse = XMLName(namespace, "LogoutResponse")
    static let sessionIndex = XMLName(namespace, "SessionIndex")
    static let statusMessage = XMLName(namespace, "StatusMessage")

    /// `urn:oasis:names:tc:SAML:2.0:protocol`, the value of `protocolSupportEnumeration`.
    public static let uri = "urn:oasis:names:tc:SAML:2.0:protocol"

    static func written(_ name: XMLName) -> QName {
        QName("samlp", name)
    }
}
