/// Whether beginnings of accounts leave anything out.
///
/// Which characters a partner's ids are made of is not known; ids of digits alone are the most usual. So a set of
/// beginnings covers a place when it has all the digits there, or all small or all capital letters.
struct PrefixCover {
    private static let alphabets = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map(
        Set.init
    )

    private struct Node {
        var isWhole = false
        var next: [Character: Int] = [:]
    }

    private var nodes = [Node()]

    init(_ prefixes: [String]) {
        for prefix in prefixes {
            var place = 0
            for character in prefix {
                if let next = nodes[place].next[character] {
                    place = next
                } else {
                    nodes.append(Node())
                    nodes[place].next[character] = nodes.count - 1
                    place = nodes.count - 1
                }
            }
            nodes[place].isWhole = true
        }
    }

    /// The first of all characters whose accounts are all meant.
    var coveredFirst: Character? {
        let covered = nodes[0].next.filter { isCovered($0.value) }
        return covered.keys.min()
    }

    // Prefixes are at most 128 characters, and so is the depth.
    private func isCovered(_ place: Int) -> Bool {
        if nodes[place].isWhole { return true }
        let covered = Set(nodes[place].next.filter { isCovered($0.value) }.keys)
        return Self.alphabets.contains { $0.isSubset(of: covered) }
    }
}
