/// The whitelist of stage live, with what is known besides.
public struct WhitelistEvidence: Sendable {
    /// How many days an account may not cross before somebody should look, where the configuration does not say.
    public static let usualUnusedDays: Int64 = 30

    /// The entries that are not retired.
    public let entries: [WhitelistEntry]
    /// The fingerprints of each SP's signing certificates in its metadata, by entity id.
    public let certificates: [String: [String]]
    /// The accounts that crossed lately, as far as they are known.
    public let used: Set<String>
    /// In how many days ``used`` were.
    public let unusedDays: Int64
    /// The entity id of the HUAWEI CLOUD that is configured.
    public let huawei: String?
    /// The hosts of its site that the firewall must let out to (huawei-cloud.md 10 #72).
    public let hosts: [GatewayAddress]

    /// Collects what is known.
    public init(
        entries: [WhitelistEntry],
        certificates: [String: [String]],
        used: Set<String>,
        unusedDays: Int64 = usualUnusedDays,
        huawei: String?,
        hosts: [GatewayAddress]
    ) {
        self.entries = entries
        self.certificates = certificates
        self.used = used
        self.unusedDays = unusedDays
        self.huawei = huawei
        self.hosts = hosts
    }
}
