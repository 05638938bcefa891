public import XMLSecurity

/// The time of a ``BSSClient``: its signatures, its waits.
public struct BSSClock: Sendable {
    let now: @Sendable () -> Instant
    let milliseconds: @Sendable () -> Int64
    let sleep: @Sendable (Int64) async throws -> Void

    /// Takes the time from functions.
    /// - Parameters:
    ///   - now: the time of day, for signatures.
    ///   - milliseconds: a clock that never goes back, for the rate.
    ///   - sleep: waits so many milliseconds.
    public init(
        now: @escaping @Sendable () -> Instant,
        milliseconds: @escaping @Sendable () -> Int64,
        sleep: @escaping @Sendable (Int64) async throws -> Void
    ) {
        self.now = now
        self.milliseconds = milliseconds
        self.sleep = sleep
    }

    /// The machine's clocks.
    /// - Parameter now: the time of day.
    /// - Returns: a clock.
    public static func system(now: @escaping @Sendable () -> Instant) -> BSSClock {
        let start = ContinuousClock.now
        return BSSClock(
            now: now,
            milliseconds: {
                let (seconds, attoseconds) = (ContinuousClock.now - start).components
                return seconds * 1000 + attoseconds / 1_000_000_000_000_000
            },
            sleep: { try await Task.sleep(for: .milliseconds($0)) }
        )
    }
}
