public import XMLSecurity

/// Requests that wait for a sign-in.
public protocol PendingRequestStore: Sendable {
    /// Lets a request wait.
    func park(_ request: PendingRequest) async throws
    /// Looks at a waiting request, `nil` when there is none or it is over.
    func pending(_ id: OpaqueID, at now: Instant) async throws -> PendingRequest?
    /// Takes a waiting request, in one atomic step: of two takers one gets it.
    func take(_ id: OpaqueID, at now: Instant) async throws -> PendingRequest?
}
