/// Whether the ledger is as it was written.
public enum LedgerVerdict: Hashable, Sendable {
    /// Every entry fits the one before.
    case intact(entries: Int)
    /// The first entry that does not: something was edited, removed or moved.
    case broken(at: Int64)
}
