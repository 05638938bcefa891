/// Some of the accounts, found through a table of slots.
final class AccountShard: Sendable {
    let accounts: PackedAccounts
    /// An account's number and one more, at the place of its hash or behind; 0 is free.
    private let slots: [UInt32]

    static let empty = AccountShard(PackedAccounts())

    init(_ accounts: PackedAccounts) {
        var slots = [UInt32](repeating: 0, count: Self.capacity(accounts.count))
        for index in 0..<accounts.count {
            var place = PackedAccounts.hash(accounts.id(index)) & (slots.count - 1)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = UInt32(index + 1)
        }
        self.accounts = accounts
        self.slots = slots
    }

    // A power of two, at least twice as many as there are accounts, so that a free slot is near.
    private static func capacity(_ count: Int) -> Int {
        var capacity = 4
        while capacity < count * 2 { capacity *= 2 }
        return capacity
    }

    func grant(_ id: String.UTF8View, hash: Int) -> WhitelistGrant? {
        var place = hash & (slots.count - 1)
        while slots[place] != 0 {
            let index = Int(slots[place]) - 1
            if accounts.id(index).elementsEqual(id) { return accounts.grant(index) }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }
}
