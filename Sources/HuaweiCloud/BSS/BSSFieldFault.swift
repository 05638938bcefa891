public import SAML

/// A field of a call that breaks its documented rule; such a call is not sent.
public struct BSSFieldFault: Error, Hashable, Sendable {
    /// The field as it is called in the JSON or the query.
    public let field: String
    /// The rule that it breaks.
    public let rule: Bilingual

    init(_ field: String, _ en: String, _ zh: String) {
        self.field = field
        rule = Bilingual(en, zh)
    }

    init(_ field: String, _ rule: Bilingual) {
        self.field = field
        self.rule = rule
    }

    /// One sentence; it does not repeat the value, which may be a password.
    public var message: Bilingual {
        Bilingual("`\(field)` must be \(rule.en).", "\(field) 须为\(rule.zh)。")
    }
}
