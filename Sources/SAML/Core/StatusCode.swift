/// The status codes of saml-core 3.2.2.2.
public enum StatusCode: String, CaseIterable, Sendable {
    // Top level.
    case success = "urn:oasis:names:tc:SAML:2.0:status:Success"
    case requester = "urn:oasis:names:tc:SAML:2.0:status:Requester"
    case responder = "urn:oasis:names:tc:SAML:2.0:status:Responder"
    case versionMismatch = "urn:oasis:names:tc:SAML:2.0:status:VersionMismatch"
    // Second level.
    case authnFailed = "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"
    case invalidAttrNameOrValue = "urn:oasis:names:tc:SAML:2.0:status:InvalidAttrNameOrValue"
    case invalidNameIDPolicy = "urn:oasis:names:tc:SAML:2.0:status:InvalidNameIDPolicy"
    case noAuthnContext = "urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext"
    case noPassive = "urn:oasis:names:tc:SAML:2.0:status:NoPassive"
    case partialLogout = "urn:oasis:names:tc:SAML:2.0:status:PartialLogout"
    case requestDenied = "urn:oasis:names:tc:SAML:2.0:status:RequestDenied"
    case requestUnsupported = "urn:oasis:names:tc:SAML:2.0:status:RequestUnsupported"
    case unknownPrincipal = "urn:oasis:names:tc:SAML:2.0:status:UnknownPrincipal"
    case unsupportedBinding = "urn:oasis:names:tc:SAML:2.0:status:UnsupportedBinding"
}
