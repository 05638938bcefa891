public import XMLSecurity

/// The store, its chains and its backups.
public struct StoreEvidence: Sendable {
    /// What is wrong with the pages.
    public let damage: [String]
    /// What is wrong with the ledger and the trail, by chain; empty when both hold.
    public let brokenChains: [String]
    /// How many octets are free where it lies.
    public let free: Int64
    /// Whether it could be written.
    public let isWritable: Bool
    /// When it was saved last; `nil` when never.
    public let backup: Instant?

    /// Describes a store.
    public init(damage: [String], brokenChains: [String], free: Int64, isWritable: Bool, backup: Instant?) {
        self.damage = damage
        self.brokenChains = brokenChains
        self.free = free
        self.isWritable = isWritable
        self.backup = backup
    }
}
