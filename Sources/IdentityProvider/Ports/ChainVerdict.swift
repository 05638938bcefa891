/// Whether a chain is as it was written.
public enum ChainVerdict: Hashable, Sendable {
    /// Every entry fits the one before.
    case intact(entries: Int)
    /// The first entry that does not, and what is wrong with it.
    case broken(at: Int64, ChainFault)
}
