public import XMLSecurity

/// Hand-offs that wait for their browser.
public protocol ResumptionStore: Sendable {
    /// Keeps a hand-off under a one-time id.
    func put(_ resumption: Resumption, as id: OpaqueID) async throws
    /// Takes a hand-off, in one atomic step; `nil` when there is none or it is over.
    func take(_ id: OpaqueID, at now: Instant) async throws -> Resumption?
}
