/// One line of a metric: its name and its labels.
///
/// Whoever makes one answers for its labels: route templates, codes, names from the configuration; nothing that a
/// stranger can choose, or memory would grow with their imagination.
struct MetricSeries: Hashable, Sendable {
    let name: MetricName
    private let keys: [String]
    private let values: [String]

    init(_ name: MetricName, _ labels: [(String, String)] = []) {
        self.name = name
        keys = labels.map(\.0)
        values = labels.map(\.1)
    }

    /// The labels as Prometheus writes them, in the order in which they were given.
    /// - Parameter more: a label that comes last.
    /// - Returns: the labels in braces; nothing when there are none.
    func labels(_ more: (String, String)? = nil) -> String {
        let all = Array(zip(keys, values)) + (more.map { [$0] } ?? [])
        guard !all.isEmpty else { return "" }
        return "{" + all.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",") + "}"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
