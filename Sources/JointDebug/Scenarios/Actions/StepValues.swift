import Synchronization

/// What a step was given by name, with a memory of what was asked for: what nothing asks for checks nothing.
struct StepValues: Sequence, Sendable {
    private final class Asked: Sendable {
        private let names = Mutex<Set<String>>([])

        func insert(_ name: String) { names.withLock { _ = $0.insert(name) } }

        func contains(_ name: String) -> Bool { names.withLock { $0.contains(name) } }
    }

    private let values: [String: String]
    private let asked = Asked()

    init(_ values: [String: String] = [:]) { self.values = values }

    subscript(_ name: String) -> String? {
        asked.insert(name)
        return values[name]
    }

    /// A family of names, such as all `attribute.`, without what they begin with.
    func under(_ prefix: String) -> [(name: String, value: String)] {
        let names = values.keys.filter { $0.hasPrefix(prefix) }.sorted()
        return names.map { (String($0.dropFirst(prefix.count)), self[$0] ?? "") }
    }

    /// All of them; to go through them is not to ask for one.
    func makeIterator() -> Dictionary<String, String>.Iterator { values.makeIterator() }

    /// What was given, and nothing asked for it.
    var unasked: [String] { values.keys.filter { !asked.contains($0) }.sorted() }
}
