import SAML

/// Where the name comes from that an SP knows a customer by (saml-core 8.3).
public enum NameIDSource: String, CaseIterable, Sendable {
    /// A fresh opaque value each time.
    case transient
    /// An opaque value of this customer at this SP, always the same and nobody else's.
    case persistent
    /// The e-mail address that the portal gives.
    case email

    /// The format of the identifier.
    public var format: String {
        switch self {
        case .transient: NameIDFormat.transient
        case .persistent: NameIDFormat.persistent
        case .email: NameIDFormat.emailAddress
        }
    }
}
