/// What Partner Center was told, and what it gave.
public struct PartnerCenterEvidence: Sendable {
    /// `xAccountType`.
    public let platformID: String?
    /// `bpId`.
    public let partnerID: String?
    /// The SHA-256 of the metadata that was uploaded last, in hexadecimal.
    public let uploaded: String?
    /// The SHA-256 of our metadata file, in hexadecimal.
    public let served: String?
    /// The site that is configured.
    public let site: String
    /// Our base URL.
    public let baseURL: String
    /// The notification URL, as somebody recorded what was entered.
    public let notificationURL: String?
    /// Both return addresses.
    public let returnAddresses: [ReturnAddress]
    /// Whether it is said what `isFirstLogin` is for a customer of whom nothing is known.
    public let knowsFirstLogin: Bool
    /// The login link that the configuration leads to, with everything that is wrong with it; `nil` without platform id.
    public let link: LinkEvidence?

    /// A page of the portal where HUAWEI CLOUD sends a customer on.
    public struct ReturnAddress: Sendable {
        /// Which one it is, as `access-config show` names it.
        public let name: String
        /// What the configuration says.
        public let configured: String?
        /// What somebody recorded as entered in Partner Center.
        public let recorded: String?

        /// Describes an address.
        public init(name: String, configured: String?, recorded: String?) {
            self.name = name
            self.configured = configured
            self.recorded = recorded
        }
    }

    /// A login link, judged.
    public struct LinkEvidence: Sendable {
        /// The link.
        public let url: String
        /// What is wrong with it, by code.
        public let faults: [String]

        /// Describes a link.
        public init(url: String, faults: [String]) {
            self.url = url
            self.faults = faults
        }
    }

    /// Collects what is known.
    public init(
        platformID: String?,
        partnerID: String?,
        uploaded: String?,
        served: String?,
        site: String,
        baseURL: String,
        notificationURL: String?,
        returnAddresses: [ReturnAddress],
        knowsFirstLogin: Bool,
        link: LinkEvidence?
    ) {
        self.platformID = platformID
        self.partnerID = partnerID
        self.uploaded = uploaded
        self.served = served
        self.site = site
        self.baseURL = baseURL
        self.notificationURL = notificationURL
        self.returnAddresses = returnAddresses
        self.knowsFirstLogin = knowsFirstLogin
        self.link = link
    }
}
