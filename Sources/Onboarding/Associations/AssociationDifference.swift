/// One account on which we and HUAWEI CLOUD do not agree.
public struct AssociationDifference: Hashable, Sendable {
    /// How both differ.
    public enum Kind: String, CaseIterable, Sendable, Codable {
        /// Bound here, and HUAWEI CLOUD does not list it.
        case onlyOurs = "only-ours"
        /// HUAWEI CLOUD lists it, and it is not bound here.
        case onlyTheirs = "only-theirs"
        /// Bound on both sides, to different accounts.
        case otherAccount = "other-account"
        /// Bound here a moment ago and not listed yet: HUAWEI CLOUD associates later than it makes accounts.
        case recent
        /// HUAWEI CLOUD lists it more than once, or under an id that cannot be one; nobody can say which is right.
        case ambiguous
    }

    /// The account at the partner.
    public let account: String
    /// How both differ.
    public let kind: Kind
    /// What is known here; `nil` for nothing.
    public let ours: Association?
    /// The HUAWEI CLOUD account as it is listed; `nil` when none or several are.
    public let theirs: CloudAccount?

    /// What would be written; `nil` where nothing may be.
    public var proposal: StatedAssociation? {
        switch kind {
        case .onlyOurs: StatedAssociation(account: account, state: .unbound, cloudAccount: ours?.cloudAccount)
        case .onlyTheirs, .otherAccount: StatedAssociation(account: account, state: .bound, cloudAccount: theirs)
        case .recent, .ambiguous: nil
        }
    }
}
