public import XMLSecurity

/// Logouts that wait for an SP to send the browser back.
public protocol LogoutFlowStore: Sendable {
    /// Keeps a logout under a one-time id.
    func put(_ flow: LogoutFlow, as id: OpaqueID) async throws
    /// Takes a logout, in one atomic step; `nil` when there is none or it is over.
    func take(_ id: OpaqueID, at now: Instant) async throws -> LogoutFlow?
}
