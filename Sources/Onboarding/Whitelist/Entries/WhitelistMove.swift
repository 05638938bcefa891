/// A step of an entry that a person asks for.
public enum WhitelistMove: String, CaseIterable, Sendable, Codable {
    /// Agrees to what another proposed.
    case approve
    /// Puts into force.
    case activate
    /// Takes out of force; one person is enough, at once.
    case suspend
    /// Puts back into force.
    case resume
    /// Takes out of force for ever.
    case retire

    /// Whether it lets more in than before by itself, so that the change needs a second person.
    ///
    /// An activation was agreed to when the entry was approved.
    public var widens: Bool { self == .resume }
}
