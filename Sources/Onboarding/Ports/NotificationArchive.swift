public import XMLSecurity

/// Notifications that changed nothing, encrypted, so that they can be judged again.
public protocol NotificationArchive: Sendable {
    /// Keeps a notification; the same one is kept once, with the time at which it came last.
    /// - Parameters:
    ///   - notification: the notification.
    ///   - isVerified: whether its signature was good; of the others only ``KeptNotification/mostUnverified`` are kept.
    /// - Returns: whether it is kept.
    /// - Throws: when the store fails.
    func keep(_ notification: KeptNotification, isVerified: Bool) async throws -> Bool
    /// What is kept, oldest first.
    func kept(at now: Instant) async throws -> [KeptNotification]
    /// Forgets one that was settled.
    func remove(_ notification: KeptNotification) async throws
}
