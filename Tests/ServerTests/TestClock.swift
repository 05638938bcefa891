import Server
import Synchronization
import XMLSecurity

/// A clock that a test sets.
final class TestClock: Sendable {
    static let start = Instant(seconds: 1_795_000_000)

    private let time = Mutex(TestClock.start)

    var now: Instant { time.withLock { $0 } }

    var clock: Clock { Clock { self.now } }

    func advance(_ seconds: Int64) {
        time.withLock { $0 = $0.adding(seconds: seconds) }
    }
}
