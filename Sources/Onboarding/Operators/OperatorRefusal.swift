public import SAML

/// Why an operator may not do what was asked, with what to do instead.
public struct OperatorRefusal: Error, Hashable, Sendable {
    /// The rule.
    public let reason: Reason
    /// What was found: a name, a number; never a token.
    public let found: String

    /// Makes a refusal.
    public init(_ reason: Reason, _ found: String) {
        self.reason = reason
        self.found = found
    }

    /// One kind of refusal; two are equal when their codes are.
    public struct Reason: Hashable, Sendable {
        /// The stable code.
        public let code: String
        /// What is wrong, one sentence.
        public let message: Bilingual
        /// What to do about it.
        public let hint: Bilingual

        init(_ code: String, _ message: Bilingual, hint: Bilingual) {
            self.code = code
            self.message = message
            self.hint = hint
        }

        /// Compares the codes only.
        public static func == (left: Reason, right: Reason) -> Bool { left.code == right.code }

        /// Hashes the code only.
        public func hash(into hasher: inout Hasher) { hasher.combine(code) }
    }

    /// What is wrong with what was found, and what to do.
    public var message: Bilingual {
        let (what, hint) = (reason.message, reason.hint)
        guard !found.isEmpty else { return Bilingual("\(what.en) \(hint.en)", what.zh + hint.zh) }
        return Bilingual("\(found): \(what.en) \(hint.en)", "\(found)：\(what.zh)\(hint.zh)")
    }
}
