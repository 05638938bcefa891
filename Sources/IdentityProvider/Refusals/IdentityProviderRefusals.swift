public import SAML

/// Every code that this module refuses with, besides those of SAML itself.
public enum IdentityProviderRefusals: Sendable {
    /// The codes.
    public static let all: [RefusalCode] =
        RefusalCode.sessions + RefusalCode.logins + RefusalCode.tokens + RefusalCode.releasedAttributes
}
