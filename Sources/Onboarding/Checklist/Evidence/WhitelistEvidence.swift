/// The whitelist of stage live, with what is known besides.
public struct WhitelistEvidence: Sendable {
    /// The entries that are not retired.
    public let entries: [WhitelistEntry]
    /// The fingerprints of each SP's signing certificates in its metadata, by entity id.
    public let certificates: [String: [String]]
    /// The accounts that crossed in the last thirty days, as far as they are known.
    public let used: Set<String>
    /// The entity id of the HUAWEI CLOUD that is configured.
    public let huawei: String?

    /// Collects what is known.
    public init(
        entries: [WhitelistEntry],
        certificates: [String: [String]],
        used: Set<String>,
        huawei: String?
    ) {
        self.entries = entries
        self.certificates = certificates
        self.used = used
        self.huawei = huawei
    }
}
