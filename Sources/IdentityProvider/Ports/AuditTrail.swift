public import XMLSecurity

/// What persons and the program changed or refused, append-only and chained as the ledger is.
public protocol AuditTrail: Sendable {
    /// Appends an entry; when this returns, it survives a crash.
    func append(_ entry: TrailEntry) async throws
    /// The entries since a time, oldest first.
    func entries(since: Instant, limit: Int) async throws -> [TrailEntry]
    /// Walks the chain.
    func verify() async throws -> ChainVerdict
}
