import Synchronization
import XMLSecurity

/// How many requests an address may make: a bucket that holds a minute's worth and fills evenly.
final class RateLimiter: Sendable {
    /// Addresses that are remembered, about 6 MB; beyond it those that were quiet are forgotten, then anybody.
    private static let mostAddresses = 65_536

    private struct Bucket {
        var left: Double
        var at: Instant
    }

    private let perMinute: Int
    private let buckets = Mutex<[AddressGroup: Bucket]>([:])

    /// Makes a limiter.
    /// - Parameter perMinute: requests a minute; 0 for no limit.
    init(perMinute: Int) {
        self.perMinute = perMinute
    }

    /// Counts a request.
    /// - Parameters:
    ///   - group: whose it is.
    ///   - now: the time.
    /// - Returns: `nil` when it may go on, else the seconds after which the next may.
    func wait(_ group: AddressGroup, at now: Instant) -> Int64? {
        guard perMinute > 0 else { return nil }
        let whole = Double(perMinute)
        return buckets.withLock { buckets in
            if buckets[group] == nil, buckets.count >= Self.mostAddresses { Self.forget(&buckets, at: now) }
            var bucket = buckets[group] ?? Bucket(left: whole, at: now)
            // A clock that was set back gives nothing and takes nothing.
            let passed = max(0, Double(now.milliseconds - bucket.at.milliseconds))
            bucket.left = min(whole, bucket.left + passed * whole / 60_000)
            bucket.at = now
            defer { buckets[group] = bucket }
            guard bucket.left >= 1 else { return Int64(((1 - bucket.left) * 60 / whole).rounded(.up)) }
            bucket.left -= 1
            return nil
        }
    }

    private static func forget(_ buckets: inout [AddressGroup: Bucket], at now: Instant) {
        buckets = buckets.filter { now.milliseconds - $0.value.at.milliseconds < 60_000 }
        if buckets.count >= mostAddresses { buckets.removeAll() }
    }
}
