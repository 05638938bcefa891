/// Which faults are switched on, each with its number.
///
/// A simulation has faults of its own, which hold for everybody; a request may carry more in the header
/// ``headerName``, which hold for its answer alone, so that scenarios with different faults can run side by side.
public struct Faults: Hashable, Sendable {
    /// The header of a request that asks for faults: `name[=value]`, joined by commas.
    public static let headerName = "Simulation-Fault"

    private var values: [FaultKind: Int] = [:]

    /// None.
    public init() {}

    /// Reads `name[=value]`, joined by commas.
    /// - Throws: ``FaultError`` for a name or number that does not exist.
    public init(_ text: String) throws(FaultError) {
        for part in text.split(separator: ",") {
            let fields = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = fields[0].drop { $0 == " " }
            guard let kind = FaultKind(rawValue: String(name)) else { throw FaultError(unknown: String(name)) }
            try insert(kind, fields.dropFirst().first.map(String.init))
        }
    }

    /// Whether none is on.
    public var isEmpty: Bool { values.isEmpty }

    /// The faults in the order of their declaration.
    public var kinds: [FaultKind] { FaultKind.allCases.filter { values[$0] != nil } }

    /// Whether a fault is on.
    public func contains(_ kind: FaultKind) -> Bool {
        values[kind] != nil
    }

    /// The number of a fault that is on; zero for one that takes none.
    public subscript(_ kind: FaultKind) -> Int? { values[kind] }

    /// Both; where a fault is in both, with the other's number.
    public func union(_ other: Faults) -> Faults {
        var union = self
        union.values.merge(other.values) { $1 }
        return union
    }

    /// As ``init(_:)`` reads it.
    public var text: String {
        kinds.map { kind in kind.value == nil ? kind.rawValue : "\(kind.rawValue)=\(values[kind] ?? 0)" }
            .joined(separator: ",")
    }

    private mutating func insert(_ kind: FaultKind, _ text: String?) throws(FaultError) {
        guard let value = kind.value else {
            guard text == nil else { throw FaultError(takesNoValue: kind) }
            values[kind] = 0
            return
        }
        let number = text.map { Int($0) } ?? value.assumed
        guard let number, value.range.contains(number) else { throw FaultError(kind, outside: value) }
        values[kind] = number
    }
}
