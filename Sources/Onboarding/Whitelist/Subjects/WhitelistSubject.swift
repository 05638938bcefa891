/// What an entry is about, in its one form.
public enum WhitelistSubject: Hashable, Sendable {
    /// An SP.
    case serviceProvider(WhitelistedProvider)
    /// Accounts.
    case account(AccountPattern)
    /// A portal that may enrol.
    case enrolment(PortalEnrolment)
    /// Pages that links may lead to.
    case destination(DestinationPattern)
    /// Addresses.
    case network(NetworkRange)
    /// A host and port to be reached.
    case gateway(GatewayAddress)

    /// The kind.
    public var kind: WhitelistKind {
        switch self {
        case .serviceProvider: .serviceProvider
        case .account: .account
        case .enrolment: .enrolment
        case .destination: .destination
        case .network: .network
        case .gateway: .gateway
        }
    }

    /// What it is told apart by among those of its kind.
    public var key: String {
        switch self {
        case .serviceProvider(let provider): provider.entityID
        case .account(let pattern): pattern.text
        case .enrolment(let enrolment): enrolment.portal
        case .destination(let pattern): pattern.text
        case .network(let range): range.text
        case .gateway(let address): address.text
        }
    }

    /// How many persons beside its author must approve it.
    /// - Parameter stage: the stage of the whitelist.
    /// - Returns: how many.
    public func approvalsNeeded(in stage: Stage) -> Int {
        switch self {
        case .enrolment: 2
        case .serviceProvider(let provider): provider.accounts == .all && stage == .live ? 2 : 1
        case .account, .destination, .network, .gateway: 1
        }
    }
}
