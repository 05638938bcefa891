public import XMLSecurity

/// The store, its chains and its backups.
public struct StoreEvidence: Sendable {
    /// How old the last backup may be, in days, where the configuration does not say.
    public static let usualBackupDays: Int64 = 7

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
    /// How old that may be, in days.
    public let backupDays: Int64

    /// Describes a store.
    public init(
        damage: [String],
        brokenChains: [String],
        free: Int64,
        isWritable: Bool,
        backup: Instant?,
        backupDays: Int64 = usualBackupDays
    ) {
        self.damage = damage
        self.brokenChains = brokenChains
        self.free = free
        self.isWritable = isWritable
        self.backup = backup
        self.backupDays = backupDays
    }
}
