public import Onboarding

/// What is to be looked at.
public struct WorldTargets: Sendable {
    /// A time server.
    public struct TimeServer: Sendable {
        /// Its name.
        public let host: String
        /// Its port.
        public let port: Int

        /// Describes a time server.
        public init(_ host: String, port: Int = ClockProbe.usualPort) {
            self.host = host
            self.port = port
        }
    }

    /// Who is asked for the time; `nil` when nobody may be.
    public let timeServer: TimeServer?
    /// The gateways that the partner's firewall lets out to.
    public let gateways: [GatewayAddress]
    /// Our public https address; `nil` when none is configured.
    public let base: String?
    /// SHA-256 of the metadata that we publish, in lower-case hexadecimal.
    public let metadataHash: String
    /// The pages of the portal where HUAWEI CLOUD sends customers on.
    public let returnAddresses: [String]
    /// The portals that publish their keys.
    public let portals: [PortalKeysProbe.Portal]
    /// The SPs that publish their metadata.
    public let partners: [PartnerMetadataProbe.Published]

    /// Lists what is to be looked at.
    public init(
        timeServer: TimeServer?,
        gateways: [GatewayAddress],
        base: String?,
        metadataHash: String,
        returnAddresses: [String],
        portals: [PortalKeysProbe.Portal],
        partners: [PartnerMetadataProbe.Published]
    ) {
        self.timeServer = timeServer
        self.gateways = gateways
        self.base = base
        self.metadataHash = metadataHash
        self.returnAddresses = returnAddresses
        self.portals = portals
        self.partners = partners
    }
}
