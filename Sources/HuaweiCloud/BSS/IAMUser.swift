public import XMLSecurity

/// A user of IAM with the password that a token is given for (huawei-cloud.md 6.1).
public struct IAMUser: Sendable, CustomStringConvertible {
    /// The user; the partner itself has the name of its account.
    public let name: String
    /// The account that the user belongs to.
    public let domain: String
    /// The password.
    public let password: Secret

    /// Collects them.
    public init(name: String, domain: String, password: Secret) {
        self.name = name
        self.domain = domain
        self.password = password
    }

    /// A placeholder.
    public var description: String { "<user>" }
}
