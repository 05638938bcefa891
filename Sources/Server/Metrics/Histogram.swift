/// How often something took how long.
struct Histogram: Sendable {
    /// Upper bounds in seconds: an RSA signature takes one to ten milliseconds; what takes a second is trouble.
    static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1]

    /// How many fell under each bound, each bound including those below it.
    private(set) var cumulative = Array(repeating: Int64(0), count: bounds.count)
    private(set) var count: Int64 = 0
    private(set) var sum = 0.0

    mutating func record(_ seconds: Double) {
        count += 1
        sum += seconds
        for (index, bound) in Self.bounds.enumerated() where seconds <= bound { cumulative[index] += 1 }
    }
}
