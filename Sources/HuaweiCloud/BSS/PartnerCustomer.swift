/// A customer of the partner as HUAWEI CLOUD lists it; what says more of the person is not read.
public struct PartnerCustomer: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The account's id.
    public let customerID: String
    /// The account's name.
    public let accountName: String
    /// The customer's account at the partner; `nil` when it is bound to none.
    public let accountID: String?
    /// The platform it is bound through.
    public let platformID: String?
    /// `1` referral, `2` reseller.
    public let associationType: String?
    /// Since when it is the partner's customer.
    public let associatedOn: String?

    private enum CodingKeys: String, CodingKey {
        case customerID = "customer_id"
        case accountName = "account_name"
        case accountID = "xaccount_id"
        case platformID = "xaccount_type"
        case associationType = "association_type"
        case associatedOn = "associated_on"
    }

    /// Makes a customer.
    public init(
        customerID: String,
        accountName: String,
        accountID: String?,
        platformID: String?,
        associationType: String?,
        associatedOn: String?
    ) {
        self.customerID = customerID
        self.accountName = accountName
        self.accountID = accountID
        self.platformID = platformID
        self.associationType = associationType
        self.associatedOn = associatedOn
    }

    /// A placeholder.
    public var description: String { "<customer>" }
}
