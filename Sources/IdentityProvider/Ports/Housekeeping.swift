public import XMLSecurity

/// Forgets what is over.
public protocol Housekeeping: Sendable {
    /// Removes expired sessions, waiting requests, hand-offs and replay keys.
    /// - Returns: how many.
    func purge(before now: Instant) async throws -> Int
}
