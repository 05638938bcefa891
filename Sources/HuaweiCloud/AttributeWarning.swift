public import SAML

/// An optional attribute that was left out because its value breaks the rule; it never stops a sign-on.
public struct AttributeWarning: Hashable, Sendable, CustomStringConvertible {
    /// The attribute.
    public let name: String
    /// The code to look up, with what to do.
    public let code: RefusalCode
    /// The rule that its value breaks.
    public let rule: Bilingual
    /// The value: personal data, for `joint-debug` and the customer's own page, never for a log.
    public let found: String

    /// Makes a warning.
    public init(name: String, code: RefusalCode, rule: Bilingual, found: String) {
        self.name = name
        self.code = code
        self.rule = rule
        self.found = found
    }

    /// What may be logged.
    public var description: String { "\(code.id): \(rule.en)" }
}
