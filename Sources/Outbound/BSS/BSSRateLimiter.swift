import HuaweiCloud

/// Keeps to the BSS's limits on this side: a call that would be one too many waits (huawei-cloud.md 7).
actor BSSRateLimiter {
    /// A second, and a little: what leaves in more than a second may arrive within one.
    private static let window: Int64 = 1100

    private let clock: BSSClock
    private var sent: [BSSOperation: [Int64]] = [:]

    init(_ clock: BSSClock) {
        self.clock = clock
    }

    /// Returns when the call may go out.
    func admit(_ operation: BSSOperation) async throws {
        let now = clock.milliseconds()
        let turn = reserve(operation, at: now)
        if turn > now { try await clock.sleep(turn - now) }
    }

    /// Turns are given out in the order of asking, before anybody sleeps.
    private func reserve(_ operation: BSSOperation, at now: Int64) -> Int64 {
        var turns = sent[operation, default: []]
        let earliest = turns.count < operation.perSecond ? now : turns[turns.count - operation.perSecond] + Self.window
        let turn = max(now, earliest)
        turns.append(turn)
        sent[operation] = turns.suffix(operation.perSecond)
        return turn
    }
}
