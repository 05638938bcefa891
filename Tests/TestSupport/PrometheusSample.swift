/// One sample of a Prometheus text, as an independent reader understands the format 0.0.4.
public struct PrometheusSample: Sendable {
    /// The name, with `_bucket`, `_sum` or `_count` where it is a histogram's.
    public let name: String
    /// The labels.
    public let labels: [String: String]
    /// The value.
    public let value: Double

    /// What is wrong with a text.
    public struct Malformed: Error, CustomStringConvertible {
        /// What, and where.
        public let description: String
    }

    /// Reads a text by the rules that `promtool check metrics` holds it against.
    public static func read(_ text: String) throws -> [PrometheusSample] {
        guard text.hasSuffix("\n") else { throw Malformed(description: "no line feed at the end") }
        var samples: [PrometheusSample] = []
        var types: [String: String] = [:]
        var seen: Set<String> = []
        for line in text.split(separator: "\n") {
            if let match = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|histogram)/) {
                let name = String(match.1)
                guard types.updateValue(String(match.2), forKey: name) == nil else {
                    throw Malformed(description: "twice: \(line)")
                }
                guard (match.2 == "counter") == name.hasSuffix("_total") else {
                    throw Malformed(description: "counters alone end in _total: \(line)")
                }
            } else if line.wholeMatch(of: /# HELP [a-z_]+ [^\\]+/) == nil {
                let sample = try PrometheusSample(line)
                guard types[sample.family] != nil else { throw Malformed(description: "no type: \(line)") }
                let series = line.prefix(upTo: line.lastIndex(of: " ") ?? line.endIndex)
                guard seen.insert(String(series)).inserted else {
                    throw Malformed(description: "twice: \(line)")
                }
                samples.append(sample)
            }
        }
        return samples
    }

    private init(_ line: Substring) throws {
        let pattern =
            /([a-z_][a-z0-9_]*)(?:\{((?:[a-z_]+="(?:[^"\\]|\\["\\n])*",?)*)\})? (-?[0-9.]+(?:e-?[0-9]+)?|\+Inf)/
        guard let match = line.wholeMatch(of: pattern), let value = Double(match.3) else {
            throw Malformed(description: "not a sample: \(line)")
        }
        name = String(match.1)
        self.value = value
        let pairs = (match.2 ?? "").matches(of: /([a-z_]+)="((?:[^"\\]|\\["\\n])*)"/)
        labels = Dictionary(pairs.map { (String($0.1), String($0.2)) }) { $1 }
    }

    private var family: String {
        for suffix in ["_bucket", "_sum", "_count"] where name.hasSuffix(suffix) {
            return String(name.dropLast(suffix.count))
        }
        return name
    }
}
