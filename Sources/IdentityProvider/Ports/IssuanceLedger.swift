public import XMLSecurity

/// What was issued, append-only and chained: an assertion that is not in it was not issued by us.
public protocol IssuanceLedger: Sendable {
    /// Appends an entry; when this returns, it survives a crash.
    func append(_ entry: LedgerEntry) async throws
    /// The entries since a time, oldest first.
    func entries(since: Instant, limit: Int) async throws -> [LedgerEntry]
    /// Walks the chain.
    func verify() async throws -> ChainVerdict
}
