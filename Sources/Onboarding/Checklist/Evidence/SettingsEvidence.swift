/// What the configuration says that is fit for joint debugging alone.
public struct SettingsEvidence: Sendable {
    /// Whether the test directory has users.
    public let hasTestDirectory: Bool
    /// The level of the log.
    public let logLevel: String
    /// Portals whose tokens are signed with a shared secret.
    public let sharedSecretPortals: [String]
    /// All portals.
    public let portals: [String]
    /// Certificates of SPs that belong to a simulation, by entity id.
    public let simulatedProviders: [String]
    /// Whether TLS ends in the service or at a proxy that is named.
    public let hasTLS: Bool

    /// Collects what is set.
    public init(
        hasTestDirectory: Bool,
        logLevel: String,
        sharedSecretPortals: [String],
        portals: [String],
        simulatedProviders: [String],
        hasTLS: Bool
    ) {
        self.hasTestDirectory = hasTestDirectory
        self.logLevel = logLevel
        self.sharedSecretPortals = sharedSecretPortals
        self.portals = portals
        self.simulatedProviders = simulatedProviders
        self.hasTLS = hasTLS
    }
}
