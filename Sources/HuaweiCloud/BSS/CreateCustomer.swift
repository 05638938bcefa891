public import XMLSecurity

/// Makes a HUAWEI CLOUD account and binds it to the customer's account at the partner (huawei-cloud.md 6.4).
public struct CreateCustomer: BSSCall, Encodable {
    /// What comes back.
    public struct Answer: Hashable, Sendable, Codable {
        /// The account's id.
        public let domainID: String
        /// The account's name.
        public let domainName: String

        private enum CodingKeys: String, CodingKey {
            case domainID = "domain_id"
            case domainName = "domain_name"
        }

        /// Makes an answer.
        public init(domainID: String, domainName: String) {
            self.domainID = domainID
            self.domainName = domainName
        }
    }

    private static let longestMobile = 32

    /// The customer's account at the partner: the very `xAccountId` of the assertions.
    public let accountID: String
    /// The platform.
    public let platformID: PlatformID
    /// The account's name; `nil` for one that HUAWEI CLOUD makes up.
    public let domainName: String?
    /// The phone with its code; `nil` for none.
    public let mobile: VerifiedMobile?
    /// The e-mail address, on the international site.
    public let email: String?
    /// The country or region, on the international site.
    public let area: String?
    /// The password; `nil` for a random one that nobody knows: such a customer can only sign on from the partner.
    public let password: Secret?
    /// Whether the customer gets no advertising.
    public let refusesMarketing: Bool?
    /// The cloud reseller whose customer it is.
    public let indirectPartnerID: String?
    /// Whether the answer waits for the association.
    public let awaitsAssociation: Bool?

    enum CodingKeys: String, CodingKey {
        case accountID = "xaccount_id"
        case platformID = "xaccount_type"
        case domainName = "domain_name"
        case mobile = "mobile_phone"
        case code = "verification_code"
        case email
        case area = "domain_area"
        case password
        case refusesMarketing = "is_close_market_ms"
        case indirectPartnerID = "indirect_partner_id"
        case awaitsAssociation = "include_association_result"
    }

    /// Judges the fields.
    /// - Parameters:
    ///   - accountID: the customer's account at the partner.
    ///   - platformID: the platform.
    ///   - domainName: the account's name.
    ///   - mobile: the phone with the code that was sent to it.
    ///   - email: the e-mail address.
    ///   - area: the country or region, such as `CN`.
    ///   - password: the password.
    ///   - refusesMarketing: whether the customer gets no advertising.
    ///   - indirectPartnerID: the cloud reseller.
    ///   - awaitsAssociation: whether the answer waits for the association.
    /// - Throws: ``BSSFieldFault``.
    public init(
        accountID: String,
        platformID: PlatformID,
        domainName: String? = nil,
        mobile: VerifiedMobile? = nil,
        email: String? = nil,
        area: String? = nil,
        password: Secret? = nil,
        refusesMarketing: Bool? = nil,
        indirectPartnerID: String? = nil,
        awaitsAssociation: Bool? = nil
    ) throws(BSSFieldFault) {
        try BSSField.identifier(accountID, "xaccount_id", longest: IdentifierRule.longestAccount)
        if let domainName, !AccountName.holds(domainName) { throw BSSFieldFault("domain_name", AccountName.rule) }
        if let email, !EmailRule.holds(email) { throw BSSFieldFault("email", EmailRule.rule) }
        try BSSField.optional(area, "domain_area", longest: 32)
        try BSSField.optional(indirectPartnerID, "indirect_partner_id", longest: 64)
        if let password { try NewPassword.judge(password, domainName: domainName, mobile: mobile?.number) }
        self.accountID = accountID
        self.platformID = platformID
        self.domainName = domainName
        self.mobile = mobile
        self.email = email
        self.area = area
        self.password = password
        self.refusesMarketing = refusesMarketing
        self.indirectPartnerID = indirectPartnerID
        self.awaitsAssociation = awaitsAssociation
    }

    /// What is called.
    public var operation: BSSOperation { .createCustomer }
}
