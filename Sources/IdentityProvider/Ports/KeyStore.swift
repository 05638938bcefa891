public import XMLSecurity

/// The states of our signing keys.
public protocol KeyStore: Sendable {
    /// All keys, in the order in which they were made.
    func keys() async throws -> [KeyRecord]
    /// Adds a key that a person made; a name is used once.
    func add(_ record: KeyRecord, by person: String) async throws
    /// Makes all changes of a person or none; none when a key is not in the state that its change names.
    func apply(_ changes: [KeyChange], at now: Instant, by person: String) async throws
}
