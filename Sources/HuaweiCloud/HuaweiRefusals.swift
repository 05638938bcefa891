public import SAML

/// Every code that this module refuses with, or warns with.
public enum HuaweiRefusals: Sendable {
    /// The codes.
    public static let all =
        RefusalCode.services + RefusalCode.loginLinks + RefusalCode.customerAttributes + RefusalCode.associations
}
