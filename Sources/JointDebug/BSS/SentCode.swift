public import XMLSecurity

/// A verification code that the simulation "sent": there is no phone, so it is shown.
public struct SentCode: Hashable, Sendable {
    /// The phone.
    public let mobile: String
    /// Six digits.
    public let code: String
    /// When it was sent.
    public let sentAt: Instant
    /// Good until then.
    public let goodUntil: Instant
    /// How often another code was given instead.
    public internal(set) var failures = 0
}
