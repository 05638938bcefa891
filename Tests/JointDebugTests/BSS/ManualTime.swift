import Synchronization
import XMLSecurity

/// A time that stands until it is moved, and sleeps that are only written down.
final class ManualTime: Sendable {
    private let state = Mutex<(offset: Int64, slept: [Int64])>((0, []))

    var now: Instant {
        Instant(milliseconds: RunningBSS.start.milliseconds + state.withLock { $0.offset })
    }

    var slept: [Int64] { state.withLock { $0.slept } }

    /// Sets the milliseconds behind the start.
    func move(to milliseconds: Int64) {
        state.withLock { $0.offset = milliseconds }
    }

    func sleep(_ seconds: Int64) {
        state.withLock { $0.slept.append(seconds) }
    }
}
