import Synchronization
import XMLSecurity

/// A clock that goes right, but for so many seconds.
final class ShiftedClock: Sendable {
    private let right: @Sendable () -> Instant
    private let shift = Mutex<Int64>(0)

    init(_ right: @escaping @Sendable () -> Instant) {
        self.right = right
    }

    @Sendable func now() -> Instant {
        right().adding(seconds: shift.withLock { $0 })
    }

    func set(_ seconds: Int64) {
        shift.withLock { $0 = seconds }
    }
}
