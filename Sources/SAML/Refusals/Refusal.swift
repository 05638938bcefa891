/// One thing refused: which rule, where, what was expected and what was found.
///
/// A value, not a fault; it conforms to
/// `Error` only so that decoders can return it early.
public struct Refusal: Error, Hashable, Sendable {
    /// The rule.
    public let code: RefusalCode
    /// Where in the message, when it has a place there.
    public let xpath: String?
    /// The line of that place.
    public let line: Int?
    /// What the rule wants, for people.
    public let expected: String?
    /// What was there; never a secret.
    public let found: String?
    /// What is known of this very case beyond the code's hint.
    public let detail: Bilingual?

    /// Makes a refusal.
    public init(
        _ code: RefusalCode,
        xpath: String? = nil,
        line: Int? = nil,
        expected: String? = nil,
        found: String? = nil,
        detail: Bilingual? = nil
    ) {
        self.detail = detail
        self.code = code
        self.xpath = xpath
        self.line = line
        self.expected = expected
        self.found = found.map { $0.count > Self.longestQuote ? String($0.prefix(Self.longestQuote)) + "…" : $0 }
    }

    /// What to do about it: what is known of this case, then what the code says.
    public var hint: Bilingual {
        guard let detail else { return code.hint }
        return Bilingual(detail.en + " " + code.hint.en, detail.zh + code.hint.zh)
    }

    /// A found value is quoted up to here: enough to recognise it, too little to fill a log with.
    private static let longestQuote = 300
}
