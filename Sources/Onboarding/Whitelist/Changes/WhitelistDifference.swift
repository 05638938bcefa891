/// What a revision did to one entry.
public struct WhitelistDifference: Hashable, Sendable {
    /// The entry before; `nil` when there was none.
    public let before: WhitelistEntry?
    /// The entry afterwards.
    public let after: WhitelistEntry

    /// Describes a difference.
    public init(_ before: WhitelistEntry?, _ after: WhitelistEntry) {
        self.before = before
        self.after = after
    }
}
