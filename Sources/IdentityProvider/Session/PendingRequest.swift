public import XMLSecurity

/// A request that waits for the customer to sign in at the portal.
public struct PendingRequest: Hashable, Sendable {
    /// How long a request waits, in seconds: time to find a password, not to go to lunch.
    public static let lifetime: Int64 = 600

    /// What the portal gets as `request`.
    public let id: OpaqueID
    /// The digest of the cookie that was set when it began to wait.
    public let browser: [UInt8]
    /// The request.
    public let request: AcceptedRequest
    /// Until then it waits.
    public let expiresAt: Instant

    /// Whether it can have begun to wait: not when the clock was set back since.
    /// - Parameters:
    ///   - now: the time.
    ///   - skew: how far the clock may have moved, in seconds.
    /// - Returns: whether it counts.
    public func hasBegun(at now: Instant, skew: Int64) -> Bool {
        expiresAt <= now.adding(seconds: Self.lifetime + skew)
    }

    /// Makes a waiting request.
    public init(id: OpaqueID, browser: [UInt8], request: AcceptedRequest, expiresAt: Instant) {
        self.id = id
        self.browser = browser
        self.request = request
        self.expiresAt = expiresAt
    }
}
