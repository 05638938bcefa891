public import XMLSecurity

/// Both chains, as operators use them.
public protocol AuditArchive: Sendable {
    /// The records that a query asks for, newest first.
    func records(_ query: AuditQuery) async throws -> [AuditRecord]
    /// Who crossed since a time, to which SP.
    func signOns(since: Instant) async throws -> [SignOnSummary]
    /// Walks a chain from its checkpoint.
    /// - Parameters:
    ///   - chain: the chain.
    ///   - key: the key that the checkpoint must be sealed with.
    ///   - seals: seals that were kept elsewhere; those of other chains are left alone.
    /// - Returns: the verdict.
    /// - Throws: when the store fails.
    func verify(_ chain: AuditChain, with key: ChainSealKey, against seals: [ChainSeal]) async throws -> ChainVerdict
    /// Seals a chain at its end.
    func seal(_ chain: AuditChain, with key: ChainSealKey, at now: Instant) async throws -> ChainSeal
    /// Seals a chain behind its last entry that is older than a time, and removes what is in front of it.
    /// - Parameters:
    ///   - chain: the chain.
    ///   - end: what is older is removed, up to the first entry that is not.
    ///   - key: the key that seals.
    ///   - now: the time.
    /// - Returns: how many entries were removed.
    /// - Throws: when the store fails; then nothing is removed.
    func retain(_ chain: AuditChain, since end: Instant, with key: ChainSealKey, at now: Instant) async throws -> Int
    /// The checkpoint of a chain, `nil` when nothing was ever removed.
    func checkpoint(_ chain: AuditChain) async throws -> ChainSeal?
}
