public import XMLSecurity

/// Remembers what must be used once.
public protocol ReplayCache: Sendable {
    /// Remembers a key, in one atomic step.
    /// - Parameters:
    ///   - key: what must be used once.
    ///   - until: when it may be forgotten.
    /// - Returns: whether it was new.
    /// - Throws: when the store fails; then nothing may be answered.
    func insertIfAbsent(_ key: ReplayKey, until: Instant) async throws -> Bool
}
