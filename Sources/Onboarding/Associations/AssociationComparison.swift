public import HuaweiCloud
public import XMLSecurity

/// Compares what is known here with the customers that HUAWEI CLOUD lists.
public struct AssociationComparison: Sendable {
    /// How many customers HUAWEI CLOUD lists for the platform.
    public let listed: Int
    /// Where both differ, by account.
    public let differences: [AssociationDifference]

    /// Compares.
    /// - Parameters:
    ///   - ours: every association that is known here.
    ///   - theirs: every customer of the partner; those of other platforms are passed over.
    ///   - platformID: our platform.
    ///   - settled: what was bound later may not be listed yet.
    public init(ours: [Association], theirs: [PartnerCustomer], platformID: PlatformID, settled: Instant) {
        let bound = theirs.filter { $0.platformID == platformID.value && $0.accountID?.isEmpty == false }
        listed = bound.count
        let known = Dictionary(ours.map { ($0.account, $0) }) { first, _ in first }
        let lists = Dictionary(grouping: bound) { $0.accountID ?? "" }
        let accounts = Set(known.keys).union(lists.keys).sorted()
        differences = accounts.compactMap { account in
            Self.difference(account, known[account], lists[account] ?? [], settled)
        }
    }

    /// Whether the list is that of another partner or platform, by all that can be seen: we know bound accounts, and it
    /// has none at all.
    public var looksForeign: Bool {
        listed == 0 && differences.contains { $0.kind == .onlyOurs }
    }

    private static func difference(
        _ account: String,
        _ ours: Association?,
        _ theirs: [PartnerCustomer],
        _ settled: Instant
    ) -> AssociationDifference? {
        func differs(_ kind: AssociationDifference.Kind, _ cloudAccount: CloudAccount?) -> AssociationDifference {
            AssociationDifference(account: account, kind: kind, ours: ours, theirs: cloudAccount)
        }
        guard let first = theirs.first else {
            guard let ours, ours.state == .bound else { return nil }
            return differs(ours.since > settled ? .recent : .onlyOurs, nil)
        }
        let isPlain =
            IdentifierRule.holds(account, longest: IdentifierRule.longestAccount)
            && IdentifierRule.holds(first.customerID, longest: AssociationMessage.longestDomain)
            && IdentifierRule.holds(first.accountName, longest: AssociationMessage.longestDomain)
        guard theirs.count == 1, isPlain else { return differs(.ambiguous, nil) }
        let cloudAccount = CloudAccount(id: first.customerID, name: first.accountName)
        guard let ours, ours.state == .bound else { return differs(.onlyTheirs, cloudAccount) }
        guard let id = ours.cloudAccount?.id else { return nil }
        return id == cloudAccount.id ? nil : differs(.otherAccount, cloudAccount)
    }
}
