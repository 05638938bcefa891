import Outbound
import Synchronization
import XMLSecurity

/// A clock that only sleeping and setting move.
final class ManualClock: Sendable {
    private let state = Mutex<(time: Int64, day: Int64, sleeps: [Int64])>((0, 0, []))

    var sleeps: [Int64] { state.withLock { $0.sleeps } }

    var clock: BSSClock {
        BSSClock(
            now: { Instant(seconds: 1_790_000_000 + self.state.withLock { $0.day }) },
            milliseconds: { self.state.withLock { $0.time } },
            sleep: { milliseconds in
                self.state.withLock { state in
                    state.time += milliseconds
                    state.sleeps.append(milliseconds)
                }
            }
        )
    }

    /// Sets the time of day, in seconds behind the start.
    func set(_ seconds: Int64) {
        state.withLock { $0.day = seconds }
    }
}
