/// What a portal said of a customer.
public struct Customer: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The portal.
    public let portal: String
    /// The customer's user at the portal.
    public let xUserID: String
    /// The customer's account at the portal.
    public let xAccountID: String
    /// The HUAWEI CLOUD account name.
    public let accountName: String?
    /// The e-mail address.
    public let email: String?
    /// The phone number as the portal wrote it.
    public let mobile: String?
    /// Whether the customer comes for the first time: of a token what the portal says, of a session what was decided.
    public let firstLogin: Bool?
    /// How the customer signed in, as a class of saml-authn-context.
    public let authnContextClass: String?

    /// A placeholder: all of it is personal data.
    public var description: String { "<customer>" }

    /// Whether both are one user of one account of one portal.
    public func isSame(as other: Customer) -> Bool {
        portal == other.portal && xUserID == other.xUserID && xAccountID == other.xAccountID
    }

    /// Collects what was said.
    public init(
        portal: String,
        xUserID: String,
        xAccountID: String,
        accountName: String? = nil,
        email: String? = nil,
        mobile: String? = nil,
        firstLogin: Bool? = nil,
        authnContextClass: String? = nil
    ) {
        self.portal = portal
        self.xUserID = xUserID
        self.xAccountID = xAccountID
        self.accountName = accountName
        self.email = email
        self.mobile = mobile
        self.firstLogin = firstLogin
        self.authnContextClass = authnContextClass
    }

    /// The same customer, with what was decided of the first login.
    public func coming(firstLogin: Bool?) -> Customer {
        Customer(
            portal: portal,
            xUserID: xUserID,
            xAccountID: xAccountID,
            accountName: accountName,
            email: email,
            mobile: mobile,
            firstLogin: firstLogin,
            authnContextClass: authnContextClass
        )
    }
}
