import SAML
public import XMLSecurity

/// The accounts of the simulated HUAWEI CLOUD: one state behind the pages, the sign-on and the BSS endpoints.
public actor SimulatedCustomers {
    private var byName: [String: SimulatedCustomer] = [:]
    private var nameOfAccount: [String: String] = [:]
    private let randomness: Randomness

    /// An account that an account of the partner cannot be bound to, and why.
    public enum BindingError: Error, Hashable, Sendable {
        /// The name is another account's.
        case nameIsTaken
        /// The phone is another account's.
        case mobileIsTaken
        /// The partner's account is bound already (CBC.99000039).
        case accountIsBound
        /// There is no account of that name.
        case noSuchName
        /// The account is bound to another account of the partner.
        case isBoundElsewhere
    }

    /// None yet.
    public init(randomness: Randomness) {
        self.randomness = randomness
    }

    /// All accounts by name.
    public var all: [SimulatedCustomer] { byName.values.sorted { $0.domainName < $1.domainName } }

    /// The account that an account of the partner is bound to.
    public func bound(to accountID: String) -> SimulatedCustomer? {
        nameOfAccount[accountID].flatMap { byName[$0] }
    }

    /// The account of a name.
    public func named(_ domainName: String) -> SimulatedCustomer? {
        byName[domainName]
    }

    /// Makes an account, bound when an account of the partner is named.
    public func create(
        _ domainName: String,
        accountID: String?,
        platformID: String?,
        mobile: String?,
        email: String?,
        byAPI: Bool,
        at now: Instant
    ) throws(BindingError) -> SimulatedCustomer {
        guard byName[domainName] == nil else { throw .nameIsTaken }
        if let accountID, nameOfAccount[accountID] != nil { throw .accountIsBound }
        if let mobile, byName.values.contains(where: { $0.mobile == mobile }) { throw .mobileIsTaken }
        let customer = SimulatedCustomer(
            domainID: Hexadecimal.encode(randomness.bytes(16)),
            domainName: domainName,
            accountID: accountID,
            platformID: platformID,
            mobile: mobile,
            email: email,
            isMadeByAPI: byAPI,
            associatedOn: accountID == nil ? nil : now
        )
        keep(customer)
        return customer
    }

    /// Binds an account that exists.
    public func bind(
        _ domainName: String,
        to accountID: String,
        platformID: String,
        at now: Instant
    ) throws(BindingError) -> SimulatedCustomer {
        guard var customer = byName[domainName] else { throw .noSuchName }
        guard nameOfAccount[accountID].map({ $0 == domainName }) ?? true else { throw .accountIsBound }
        guard customer.accountID.map({ $0 == accountID }) ?? true else { throw .isBoundElsewhere }
        customer.accountID = accountID
        customer.platformID = platformID
        customer.associatedOn = now
        keep(customer)
        return customer
    }

    /// Takes the bond away; the account stays.
    /// - Returns: the account as it was before, or `nil` when none was bound.
    public func unbind(_ accountID: String) -> SimulatedCustomer? {
        guard let name = nameOfAccount.removeValue(forKey: accountID), let before = byName[name] else { return nil }
        var customer = before
        customer.accountID = nil
        customer.platformID = nil
        customer.associatedOn = nil
        byName[name] = customer
        return before
    }

    private func keep(_ customer: SimulatedCustomer) {
        byName[customer.domainName] = customer
        if let accountID = customer.accountID { nameOfAccount[accountID] = customer.domainName }
    }
}
