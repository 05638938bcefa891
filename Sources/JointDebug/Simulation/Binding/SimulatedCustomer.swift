public import XMLSecurity

/// An account at the simulated HUAWEI CLOUD.
public struct SimulatedCustomer: Hashable, Sendable {
    /// The account's id: `domain_id`, `domainId`, `customer_id`.
    public let domainID: String
    /// The account's name: `domain_name`, `domainName`.
    public let domainName: String
    /// The customer's account at the partner; `nil` while it is bound to none.
    public internal(set) var accountID: String?
    /// The platform it is bound through; `nil` while it is bound to none.
    public internal(set) var platformID: String?
    /// The phone as it was given.
    public let mobile: String?
    /// The e-mail as it was given.
    public let email: String?
    /// Whether create-customer made it; one that a page made is not.
    public let isMadeByAPI: Bool
    /// When it was bound; `nil` while it is not.
    public internal(set) var associatedOn: Instant?
}
