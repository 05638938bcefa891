public import SAML

/// Why the whitelist does not change, with what to do instead.
public struct WhitelistRefusal: Error, Hashable, Sendable {
    /// The rule.
    public let reason: Reason
    /// What was found: an id, an address, the name of a person.
    public let found: String
    /// The line of the file that it stands in, when it came from one.
    public let line: Int?

    /// Makes a refusal.
    public init(_ reason: Reason, _ found: String, line: Int? = nil) {
        self.reason = reason
        self.found = found
        self.line = line
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

    /// The same refusal at a line.
    public func at(_ line: Int?) -> WhitelistRefusal { WhitelistRefusal(reason, found, line: line ?? self.line) }
}

extension WhitelistRefusal.Reason {
    /// Every kind.
    public static let all: [WhitelistRefusal.Reason] = subjects + wide + moves + persons + enrolments

    /// Whether what was typed or filed cannot be right, wherever the whitelist is now.
    public var isWrongInput: Bool {
        Self.subjects.contains(self) || [.unknown, .revision, .empty, .closed, .enrolmentExact].contains(self)
    }
}
