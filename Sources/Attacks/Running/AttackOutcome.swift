public import SAML

/// What came of one attack.
public struct AttackOutcome: Sendable {
    /// What happened.
    public enum Result: Sendable {
        /// It was refused by a class that was expected.
        case refused(Refusal)
        /// It was taken, read as it was signed: the attack has no effect.
        case harmless
        /// It was refused, but by another class.
        case otherwise(Refusal)
        /// It was taken.
        case accepted(reading: [String])
        /// It could not be tried.
        case notApplied(reason: String)
    }

    /// The attack.
    public let attack: Attack
    /// What happened.
    public let result: Result

    /// Whether the defence held as expected.
    public var isDefended: Bool {
        switch result {
        case .refused, .harmless: true
        case .otherwise, .accepted, .notApplied: false
        }
    }

    /// What happened as one word for tables and for machines: a refusal's code, or why there is none.
    public var found: String {
        switch result {
        case .refused(let refusal), .otherwise(let refusal): refusal.code.id
        case .harmless: "harmless"
        case .accepted: "ACCEPTED"
        case .notApplied: "not-applied"
        }
    }

    /// What was expected, in the same way: classes of refusal, or `harmless`.
    public var expected: String {
        attack.expected.isEmpty ? "harmless" : attack.expected.map(\.rawValue).sorted().joined(separator: " ")
    }
}
