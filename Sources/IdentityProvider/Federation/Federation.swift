/// The SPs that are known, by entity id; an immutable snapshot.
public struct Federation: Sendable {
    private let byEntityID: [String: ServiceProvider]

    /// Makes a federation; of two SPs with one entity id the later counts, and the store refuses to hold two.
    public init(_ serviceProviders: [ServiceProvider]) {
        byEntityID = Dictionary(serviceProviders.map { ($0.entityID, $0) }) { _, later in later }
    }

    /// The SP of that entity id, compared letter by letter (saml-core 1.3.1).
    public func serviceProvider(_ entityID: String) -> ServiceProvider? {
        byEntityID[entityID]
    }

    /// All of them, by entity id.
    public var serviceProviders: [ServiceProvider] {
        byEntityID.values.sorted { $0.entityID < $1.entityID }
    }
}
