public import XMLSecurity

/// How long a caller waits before it tries again: twice as long each time, and a part of it by chance, so that those
/// who were refused together do not come back together.
public struct BackOff: Sendable {
    /// How often a call is sent at most.
    public let attempts: Int
    private let first: Int64
    private let longest: Int64
    private let randomness: Randomness

    /// Makes a policy.
    /// - Parameters:
    ///   - attempts: how often a call is sent at most.
    ///   - first: the longest wait after the first attempt, in milliseconds.
    ///   - longest: the longest wait of all, in milliseconds.
    ///   - randomness: the chance.
    public init(attempts: Int = 5, first: Int64 = 1000, longest: Int64 = 30_000, randomness: Randomness) {
        self.attempts = attempts
        self.first = first
        self.longest = longest
        self.randomness = randomness
    }

    /// The wait after an attempt, counted from one: half of it for sure, half of it by chance.
    func milliseconds(after attempt: Int) -> Int64 {
        let whole = min(longest, first << min(Int64(attempt - 1), 20))
        let chance = randomness.bytes(2).reduce(0) { $0 << 8 | Int64($1) }
        return whole / 2 + whole * chance / (2 * 65_535)
    }
}
