/// One key's way from a state to another, as the store carries it out.
public struct KeyChange: Hashable, Sendable {
    /// The key.
    public let name: String
    /// Where it must be, so that two operators at once cannot both succeed.
    public let from: KeyRecord.State
    /// Where it goes.
    public let to: KeyRecord.State

    /// Makes a change.
    public init(_ name: String, from: KeyRecord.State, to: KeyRecord.State) {
        self.name = name
        self.from = from
        self.to = to
    }
}
