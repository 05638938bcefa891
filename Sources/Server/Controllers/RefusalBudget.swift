import Synchronization
import XMLSecurity

/// How many refusals a minute the trail takes: anybody can be refused, and nothing in the trail can be removed.
final class RefusalBudget: Sendable {
    /// Ten a second for a whole minute are an attack, of which the log and the metric tell enough.
    static let perMinute = 600

    private struct Minute {
        var number: Int64 = .min
        var taken = 0
        var omitted = 0
    }

    private let minute = Mutex(Minute())

    /// Takes one.
    /// - Parameter now: the time.
    /// - Returns: how many in front of it were left out, or `nil` when this one is to be left out.
    func spend(at now: Instant) -> Int? {
        minute.withLock { minute in
            let number = now.milliseconds / 60_000
            if number != minute.number {
                minute.number = number
                minute.taken = 0
            }
            guard minute.taken < Self.perMinute else {
                minute.omitted += 1
                return nil
            }
            minute.taken += 1
            defer { minute.omitted = 0 }
            return minute.omitted
        }
    }
}
