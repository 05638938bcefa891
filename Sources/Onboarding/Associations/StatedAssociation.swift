/// What somebody says of an account.
public struct StatedAssociation: Hashable, Sendable {
    /// The account.
    public let account: String
    /// Its state.
    public let state: AssociationState
    /// The HUAWEI CLOUD account, when it was named.
    public let cloudAccount: CloudAccount?

    /// States what an account is.
    public init(account: String, state: AssociationState, cloudAccount: CloudAccount? = nil) {
        self.account = account
        self.state = state
        self.cloudAccount = cloudAccount
    }
}
