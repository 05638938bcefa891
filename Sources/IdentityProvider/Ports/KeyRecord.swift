public import XMLSecurity

/// What the store knows of one of our signing keys; the key itself stands in `certs/private/`.
public struct KeyRecord: Hashable, Sendable {
    /// Where a key is in its life; the order is the order of a rollover.
    public enum State: String, CaseIterable, Sendable {
        /// Made, and nobody knows of it.
        case generated
        /// In our metadata, not used.
        case published
        /// Signs.
        case active
        /// Gone from metadata.
        case retired
    }

    /// The name of its files.
    public let name: String
    /// The SHA-256 fingerprint of its certificate.
    public let fingerprint: String
    /// Where it is.
    public let state: State
    /// Since when.
    public let since: Instant

    /// Makes a record.
    public init(name: String, fingerprint: String, state: State, since: Instant) {
        self.name = name
        self.fingerprint = fingerprint
        self.state = state
        self.since = since
    }
}
