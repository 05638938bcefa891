public import XMLSecurity

/// A token of IAM, and when it is time for the next one.
public struct IAMToken: Sendable, CustomStringConvertible {
    /// How long a token is good, in seconds (huawei-cloud.md 6.1).
    public static let life: Int64 = 24 * 3600

    /// The token.
    public let value: Secret
    private let asked: Instant
    private let renewal: Instant

    /// Keeps a token.
    ///
    /// The other side's clock is not asked: its token is as old as our question for it.
    /// - Parameters:
    ///   - value: the token.
    ///   - asked: when it was asked for.
    ///   - life: how long it is good, in seconds; never taken for longer than ``life``.
    public init(_ value: Secret, asked: Instant, life: Int64?) {
        let life = min(life ?? Self.life, Self.life)
        self.value = value
        self.asked = asked
        // The last tenth is for calls that are on their way.
        renewal = asked.adding(seconds: life - life / 10)
    }

    /// Whether a call may still carry it; a clock that was set back says nothing.
    public func isFresh(at now: Instant) -> Bool {
        asked <= now && now < renewal
    }

    /// A placeholder.
    public var description: String { "<token>" }
}
