public import XMLSecurity

/// One key of ours.
public struct KeyEvidence: Sendable {
    /// Where it is on its way.
    public enum Role: String, Sendable {
        /// It signs.
        case active
        /// It stands in metadata and waits.
        case published
        /// It was made and is nowhere yet.
        case generated
    }

    /// The name.
    public let name: String
    /// Where it is on its way.
    public let role: Role
    /// Since when it is there.
    public let since: Instant
    /// When it was made, as its certificate has it.
    public let made: Instant
    /// When its certificate ends.
    public let end: Instant
    /// Whether the certificate says that it belongs to a simulation.
    public let isSimulated: Bool
    /// The mode of the private key's file; `nil` when there is no file.
    public let mode: UInt16?

    /// Describes a key.
    public init(
        name: String,
        role: Role,
        since: Instant,
        made: Instant,
        end: Instant,
        isSimulated: Bool,
        mode: UInt16?
    ) {
        self.name = name
        self.role = role
        self.since = since
        self.made = made
        self.end = end
        self.isSimulated = isSimulated
        self.mode = mode
    }
}
