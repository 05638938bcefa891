public import IdentityProvider
public import XMLSecurity

/// What the service serves at one moment: what decides, the metadata that fits it, and who hands customers over.
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
    /// Who hands customers over.
    public let portals: [Portal]
    /// The files of SPs that are not served because they have ended.
    public let leftOut: [String]
    /// What the public listener shows for TLS; `nil` for plain HTTP behind a proxy.
    let certificate: ListenerCertificate?
    /// Users with passwords, in place of a portal; `nil` when there are none.
    public let testDirectory: TestDirectory?
    let keys: [PublishedKey]
    let metadataTag: String

    /// Collects what belongs together.
    /// - Parameters:
    ///   - identityProvider: what decides.
    ///   - metadata: our metadata.
    ///   - keys: the keys in it.
    ///   - portals: who hands customers over.
    ///   - leftOut: the files of SPs that are not served because they have ended.
    ///   - certificate: what the public listener shows for TLS.
    ///   - testDirectory: users with passwords, in place of a portal.
    public init(
        identityProvider: IdentityProvider,
        metadata: [UInt8],
        keys: [PublishedKey],
        portals: [Portal],
        leftOut: [String] = [],
        certificate: ListenerCertificate? = nil,
        testDirectory: TestDirectory? = nil
    ) {
        self.identityProvider = identityProvider
        self.metadata = metadata
        self.keys = keys
        self.portals = portals
        self.leftOut = leftOut
        self.certificate = certificate
        self.testDirectory = testDirectory
        metadataTag = "\"" + Hexadecimal.encode(Digest.sha256(metadata).prefix(16)) + "\""
    }

    func expiries() -> [(subject: ExpiryWarning.Subject, end: Instant)] {
        let providers = identityProvider.federation.serviceProviders
        return keys.map { (.key($0.name), $0.end) } + (certificate.map { [(.listener, $0.end)] } ?? [])
            + providers.compactMap { provider in provider.validUntil.map { (.metadata(provider.entityID), $0) } }
    }

    func warnings(at now: Instant) -> [ExpiryWarning] {
        expiries().compactMap { ExpiryWarning($0.subject, ending: $0.end, at: now) }
    }
}
