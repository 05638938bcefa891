/// Beginnings of texts, octet by octet; a look-up walks the text once, however many beginnings there are.
///
/// Nothing in it changes: putting a beginning in makes anew the nodes on its way and shares all others.
final class ByteTrie<Value: Sendable>: Sendable {
    private let value: Value?
    private let next: [UInt8: ByteTrie]

    private init(_ value: Value?, _ next: [UInt8: ByteTrie]) {
        self.value = value
        self.next = next
    }

    /// A trie without any beginning.
    static var empty: ByteTrie { ByteTrie(nil, [:]) }

    /// The same with another value for a beginning; `nil` takes it out.
    func setting(_ value: Value?, for beginning: Substring.UTF8View) -> ByteTrie {
        guard let octet = beginning.first else { return ByteTrie(value, next) }
        var next = next
        let child = next[octet] ?? .empty
        let changed = child.setting(value, for: beginning.dropFirst())
        next[octet] = changed.value == nil && changed.next.isEmpty ? nil : changed
        return ByteTrie(self.value, next)
    }

    /// The values of all beginnings of a text, the longest last.
    func values(along text: String.UTF8View) -> [Value] {
        var values: [Value] = []
        var node = self
        if let value { values.append(value) }
        for octet in text {
            guard let child = node.next[octet] else { break }
            node = child
            if let value = node.value { values.append(value) }
        }
        return values
    }
}
