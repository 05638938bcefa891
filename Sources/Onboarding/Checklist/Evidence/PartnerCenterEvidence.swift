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
    /// Our base URL.
    public let baseURL: String
    /// Both return addresses, as far as they are set.
    public let returnAddresses: [String]
    /// Whether it is said what `isFirstLogin` is for a customer of whom nothing is known.
    public let knowsFirstLogin: Bool
    /// The login link that the configuration leads to, with everything that is wrong with it; `nil` without platform id.
    public let link: LinkEvidence?

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
        baseURL: String,
        returnAddresses: [String],
        knowsFirstLogin: Bool,
        link: LinkEvidence?
    ) {
        self.platformID = platformID
        self.partnerID = partnerID
        self.uploaded = uploaded
        self.served = served
        self.baseURL = baseURL
        self.returnAddresses = returnAddresses
        self.knowsFirstLogin = knowsFirstLogin
        self.link = link
    }
}
