public import HuaweiCloud
public import XMLSecurity

/// Who may call the simulated BSS: a partner, or an operator of one.
public struct BSSPartner: Sendable {
    /// The keys that the calls are signed with.
    public let credentials: BSSCredentials
    /// The name of the account, for a token.
    public let accountName: String
    /// The account's password, for a token; `nil` for none.
    public let password: Secret?
    /// The platform that its customers belong to.
    public let platformID: PlatformID
    /// The permission items of an operator; `nil` for the partner itself, who may do all.
    public let permissionItems: Set<String>?

    /// Makes a caller.
    public init(
        credentials: BSSCredentials,
        accountName: String,
        password: Secret?,
        platformID: PlatformID,
        permissionItems: Set<String>? = nil
    ) {
        self.credentials = credentials
        self.accountName = accountName
        self.password = password
        self.platformID = platformID
        self.permissionItems = permissionItems
    }

    func may(_ operation: BSSOperation) -> Bool {
        permissionItems.map { !$0.isDisjoint(with: operation.permissionItems) } ?? true
    }
}
