public import SAML

/// An optional attribute that was left out because its value breaks the rule; it never stops a sign-on.
public struct AttributeWarning: Hashable, Sendable {
    /// The attribute.
    public let name: String
    /// The rule that its value breaks.
    public let rule: Bilingual
}
