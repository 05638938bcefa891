/// What changed between two runs.
public struct ChecklistDifference: Hashable, Sendable {
    /// The rule.
    public let rule: String
    /// What came of it before; `nil` when it was not there.
    public let before: ChecklistVerdict?
    /// What came of it now; `nil` when it is not there.
    public let now: ChecklistVerdict?

    /// Compares two runs, in the order of the later one.
    public static func between(_ earlier: ChecklistRun, _ later: ChecklistRun) -> [ChecklistDifference] {
        let before = Dictionary(earlier.results.map { ($0.rule, $0.verdict) }) { first, _ in first }
        let now = Dictionary(later.results.map { ($0.rule, $0.verdict) }) { first, _ in first }
        let rules = later.results.map(\.rule) + earlier.results.map(\.rule).filter { now[$0] == nil }
        return rules.compactMap { rule in
            before[rule] == now[rule] ? nil : ChecklistDifference(rule: rule, before: before[rule], now: now[rule])
        }
    }
}
