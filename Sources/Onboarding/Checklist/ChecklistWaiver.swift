public import XMLSecurity

/// A person who answers for a rule that does not hold, until a day.
public struct ChecklistWaiver: Hashable, Sendable, Codable {
    /// The longest, in days: a quarter, after which somebody looks again.
    public static let longestDays: Int64 = 90

    /// The rule.
    public let rule: String
    /// Who.
    public let person: ChecklistPerson
    /// Why.
    public let reason: String
    /// When it was given.
    public let since: Instant
    /// The first moment when it holds no longer.
    public let until: Instant

    /// Gives a waiver.
    public init(_ rule: String, by person: ChecklistPerson, reason: String, since: Instant, until: Instant) {
        self.rule = rule
        self.person = person
        self.reason = reason
        self.since = since
        self.until = until
    }

    /// Whether it holds at a moment.
    public func holds(at now: Instant) -> Bool { since <= now && now < until }
}
