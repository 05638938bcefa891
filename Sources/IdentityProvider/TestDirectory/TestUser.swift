public import XMLSecurity

/// A user of the test directory: a password, and the customer that it stands for.
public struct TestUser: Sendable, CustomStringConvertible {
    /// What is typed as name.
    public let name: String
    /// The hash of the password.
    public let password: PasswordHash
    /// The user.
    public let xUserID: String
    /// The account.
    public let xAccountID: String
    /// The HUAWEI CLOUD account name.
    public let accountName: String?
    /// The e-mail address.
    public let email: String?
    /// The phone number.
    public let mobile: String?
    /// Whether the customer comes for the first time, where the directory says so.
    public let firstLogin: Bool?

    /// Makes a user.
    public init(
        name: String,
        password: PasswordHash,
        xUserID: String,
        xAccountID: String,
        accountName: String? = nil,
        email: String? = nil,
        mobile: String? = nil,
        firstLogin: Bool? = nil
    ) {
        self.name = name
        self.password = password
        self.xUserID = xUserID
        self.xAccountID = xAccountID
        self.accountName = accountName
        self.email = email
        self.mobile = mobile
        self.firstLogin = firstLogin
    }

    /// A placeholder: names stay out of logs.
    public var description: String { "<test user>" }

    /// The customer.
    /// - Parameter authnContextClass: how the password came.
    /// - Returns: the customer, marked as one of the test directory.
    public func customer(authnContextClass: String) -> Customer {
        Customer(
            portal: TestDirectory.portal,
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
