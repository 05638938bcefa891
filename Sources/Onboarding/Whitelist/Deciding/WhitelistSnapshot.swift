/// One stage's whitelist as decisions see it: all that is not retired, in memory, never changed.
///
/// A change makes another snapshot, which shares with this one whatever stayed.
public struct WhitelistSnapshot: Sendable {
    struct Provider: Sendable {
        let provider: WhitelistedProvider
        let grant: WhitelistGrant
    }

    struct Place<Pattern: Sendable>: Sendable {
        let pattern: Pattern
        let grant: WhitelistGrant
    }

    /// The revision that it shows.
    public private(set) var revision: Int64
    private(set) var accounts: AccountIndex
    private(set) var prefixes = ByteTrie<WhitelistGrant>.empty
    private(set) var providers: [String: Provider] = [:]
    private(set) var destinations: [String: Place<DestinationPattern>] = [:]
    private(set) var networks: [String: Place<NetworkRange>] = [:]

    /// A whitelist with nothing on it.
    public init() {
        revision = 0
        accounts = AccountIndex()
    }

    /// Makes the snapshot of a whole whitelist.
    /// - Parameters:
    ///   - revision: the revision.
    ///   - others: the entries that are no exact accounts.
    ///   - fill: gives each exact account once.
    /// - Throws: what `fill` throws.
    public init(
        revision: Int64,
        others: [WhitelistEntry],
        accountsFrom fill: ((String, WhitelistGrant) -> Void) throws -> Void
    ) rethrows {
        self.revision = revision
        accounts = try AccountIndex(filledBy: fill)
        for entry in others { put(entry) }
    }

    /// How many exact accounts it holds, whatever their state.
    public var accountCount: Int { accounts.count }

    /// The snapshot after changes.
    /// - Parameters:
    ///   - entries: the entries that changed, as they are now.
    ///   - revision: the revision afterwards.
    /// - Returns: another snapshot.
    public func applying(_ entries: [WhitelistEntry], revision: Int64) -> WhitelistSnapshot {
        var after = self
        after.revision = revision
        // The retired first: another entry may have taken a subject over.
        let ordered = entries.filter { $0.state == .retired } + entries.filter { $0.state != .retired }
        after.accounts.apply(
            ordered.compactMap { entry in
                guard case .account(.exact(let id)) = entry.subject else { return nil }
                return (id, entry.state == .retired ? nil : WhitelistGrant(entry))
            }
        )
        for entry in ordered { after.put(entry) }
        return after
    }

    private mutating func put(_ entry: WhitelistEntry) {
        let grant = entry.state == .retired ? nil : WhitelistGrant(entry)
        switch entry.subject {
        case .account(.exact): break
        case .account(.prefix(let beginning)): prefixes = prefixes.setting(grant, for: beginning[...].utf8)
        case .serviceProvider(let provider):
            providers[provider.entityID] = grant.map { Provider(provider: provider, grant: $0) }
        case .destination(let pattern):
            destinations[pattern.text] = grant.map { Place(pattern: pattern, grant: $0) }
        case .network(let range): networks[range.text] = grant.map { Place(pattern: range, grant: $0) }
        // The one is asked by the API and the other by the checklist, in the store.
        case .enrolment, .gateway: break
        }
    }
}
