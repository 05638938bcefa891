/// Who crosses in a scenario.
public struct ScenarioCustomer: Hashable, Sendable {
    /// `xUserId`.
    public var user: String
    /// `xAccountId`.
    public var account: String
    /// The HUAWEI CLOUD account name that the portal passes.
    public var accountName: String
    /// The e-mail that the portal passes.
    public var email: String
    /// The phone that the portal passes.
    public var mobile: String

    /// Makes a customer.
    public init(user: String, account: String, accountName: String, email: String, mobile: String) {
        self.user = user
        self.account = account
        self.accountName = accountName
        self.email = email
        self.mobile = mobile
    }

    /// The customer of a scenario, new with each number.
    public init(number: Int) {
        self.init(
            user: "user-\(number)",
            account: "acct-\(number)",
            accountName: "customer-\(number)",
            email: "customer-\(number)@example.cn",
            mobile: "138" + String(10_000_000 + number % 90_000_000)
        )
    }
}
