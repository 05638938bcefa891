/// One row of the table: what a folder under Sources may import.
struct Module: Sendable {
    /// The folder's and the target's name.
    let name: String
    /// The modules of ours that it may import.
    let ours: Set<String>
    /// The packages' and the system's modules that it may import; nil where nothing is said against any.
    let others: Set<String>?
    /// Whether time, randomness and input come in as parameters only.
    let isPure: Bool

    private init(_ name: String, ours: Set<String>, others: Set<String>?, isPure: Bool) {
        self.name = name
        self.ours = ours
        self.others = others
        self.isPure = isPure
    }

    static func pure(_ name: String, ours: Set<String>, others: Set<String> = []) -> Module {
        Module(name, ours: ours, others: others.union(["FoundationEssentials"]), isPure: true)
    }

    static func shell(_ name: String, ours: Set<String>, others: Set<String>?) -> Module {
        Module(name, ours: ours, others: others, isPure: false)
    }
}
