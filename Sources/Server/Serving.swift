public import IdentityProvider
public import XMLSecurity

/// What the service serves at one moment: what decides, and the metadata that fits it.
public struct Serving: Sendable {
    /// A key in our metadata.
    public struct PublishedKey: Hashable, Sendable {
        let name: String
        let end: Instant

        /// Makes a key.
        /// - Parameters:
        ///   - name: the key's name.
        ///   - end: when its certificate ends.
        public init(name: String, end: Instant) {
            self.name = name
            self.end = end
        }
    }

    /// What decides.
    public let identityProvider: IdentityProvider
    /// Our metadata, as it is served.
    public let metadata: [UInt8]
    /// Users with passwords, in place of a portal; `nil` when there are none.
    public let testDirectory: TestDirectory?
    let keys: [PublishedKey]
    let metadataTag: String

    /// Collects what belongs together.
    /// - Parameters:
    ///   - identityProvider: what decides.
    ///   - metadata: our metadata.
    ///   - keys: the keys in it.
    ///   - testDirectory: users with passwords, in place of a portal.
    public init(
        identityProvider: IdentityProvider,
        metadata: [UInt8],
        keys: [PublishedKey],
        testDirectory: TestDirectory? = nil
    ) {
        self.identityProvider = identityProvider
        self.metadata = metadata
        self.keys = keys
        self.testDirectory = testDirectory
        metadataTag = "\"" + Hexadecimal.encode(Digest.sha256(metadata).prefix(16)) + "\""
    }

    func expiries() -> [(subject: ExpiryWarning.Subject, end: Instant)] {
        let providers = identityProvider.federation.serviceProviders
        return keys.map { (.key($0.name), $0.end) }
            + providers.compactMap { provider in provider.validUntil.map { (.metadata(provider.entityID), $0) } }
    }

    func warnings(at now: Instant) -> [ExpiryWarning] {
        expiries().compactMap { ExpiryWarning($0.subject, ending: $0.end, at: now) }
    }
}
