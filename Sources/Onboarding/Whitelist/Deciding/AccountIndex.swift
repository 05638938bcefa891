/// The exact accounts of a snapshot, a million of them or more.
///
/// They are dealt to 4096 shards by their hash: a look-up goes to one shard, and a change makes that one anew and shares
/// all others with the snapshot before.
struct AccountIndex: Sendable {
    private static let bits = 12

    private var shards = [AccountShard](repeating: .empty, count: 1 << bits)

    /// How many accounts there are.
    private(set) var count = 0

    init() {}

    /// Makes an index.
    ///
    /// - Parameter fill: gives each account once.
    init(filledBy fill: ((String, WhitelistGrant) -> Void) throws -> Void) rethrows {
        var dealt = [PackedAccounts](repeating: PackedAccounts(), count: 1 << Self.bits)
        try fill { id, grant in dealt[Self.shard(PackedAccounts.hash(id.utf8))].append(id.utf8, grant) }
        shards = dealt.map { $0.count == 0 ? .empty : AccountShard($0) }
        count = dealt.reduce(0) { $0 + $1.count }
    }

    func grant(_ id: String) -> WhitelistGrant? {
        let hash = PackedAccounts.hash(id.utf8)
        return shards[Self.shard(hash)].grant(id.utf8, hash: hash)
    }

    /// Puts accounts in, or in the place of those that are there.
    ///
    /// - Parameter changes: what is said of accounts, the last word of each; `nil` takes one out.
    mutating func apply(_ changes: [(id: String, grant: WhitelistGrant?)]) {
        var dealt: [Int: [[UInt8]: WhitelistGrant?]] = [:]
        for (id, grant) in changes {
            let octets = Array(id.utf8)
            dealt[Self.shard(PackedAccounts.hash(octets)), default: [:]][octets] = .some(grant)
        }
        for (place, changes) in dealt {
            let before = shards[place].accounts
            let after = Self.changed(before, changes)
            count += after.count - before.count
            shards[place] = AccountShard(after)
        }
    }

    private static func changed(_ accounts: PackedAccounts, _ changes: [[UInt8]: WhitelistGrant?]) -> PackedAccounts {
        var after = PackedAccounts()
        for index in 0..<accounts.count where changes[Array(accounts.id(index))] == nil {
            after.append(accounts.id(index), accounts.grant(index))
        }
        for (id, grant) in changes {
            if let grant { after.append(id, grant) }
        }
        return after
    }

    // The low bits of the hash find the slot inside the shard.
    private static func shard(_ hash: Int) -> Int {
        Int(UInt(bitPattern: hash) >> UInt(UInt.bitWidth - bits))
    }
}
