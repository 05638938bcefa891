public import IdentityProvider

/// What was looked at in a store, and what was found.
public struct StoreReport: Sendable {
    /// What SQLite's own check found; empty when the pages are whole.
    public let damage: [String]
    /// The chains; none in a store that is older than the trail.
    public let chains: [AuditChain: ChainVerdict]

    /// Whether all of it holds.
    public var isIntact: Bool {
        damage.isEmpty && chains.values.allSatisfy { if case .intact = $0 { true } else { false } }
    }
}
