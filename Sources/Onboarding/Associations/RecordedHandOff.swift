public import XMLSecurity

/// That a portal handed a user over for an account: the only way from `xUserId` to `xAccountId`.
public struct RecordedHandOff: Hashable, Sendable, CustomStringConvertible {
    /// How long a first login stays open, in seconds.
    public static let firstLoginLifetime: Int64 = 24 * 3600

    /// The portal.
    public let portal: String
    /// The user, `xUserId`.
    public let user: String
    /// The account, `xAccountId`.
    public let account: String
    /// When the latest first login began; `nil` when there was none.
    public let firstLoginOpened: Instant?
    /// When it ends, or ended with a bind.
    public let firstLoginUntil: Instant?

    /// Records a hand-off.
    public init(
        portal: String,
        user: String,
        account: String,
        firstLoginOpened: Instant? = nil,
        firstLoginUntil: Instant? = nil
    ) {
        self.portal = portal
        self.user = user
        self.account = account
        self.firstLoginOpened = firstLoginOpened
        self.firstLoginUntil = firstLoginUntil
    }

    /// A placeholder: it names a customer.
    public var description: String { "<hand-off>" }

    /// Whether a first login was open at that time.
    public func isFirstLoginOpen(at time: Instant) -> Bool {
        guard let firstLoginOpened, let firstLoginUntil else { return false }
        return firstLoginOpened <= time && time < firstLoginUntil
    }

    /// This hand-off with a first login that begins now; one that is open goes on, and so keeps its beginning.
    public func openingFirstLogin(at now: Instant) -> RecordedHandOff {
        RecordedHandOff(
            portal: portal,
            user: user,
            account: account,
            firstLoginOpened: isFirstLoginOpen(at: now) ? firstLoginOpened : now,
            firstLoginUntil: now.adding(seconds: Self.firstLoginLifetime)
        )
    }
}
