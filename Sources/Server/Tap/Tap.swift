import Synchronization

/// Where exchanges wait until they are written for whoever follows; shut, it costs the sign-on path one atomic load.
public final class Tap: Sendable {
    /// So many exchanges wait at most; beyond it they are counted and dropped, for a sign-on does not wait for a reader.
    static let capacity = 128

    private let isOpenNow = Atomic(false)
    private let waiting = Mutex<[TappedExchange]>([])
    private let lost = Atomic(0)

    /// Makes a tap that is shut.
    public init() {}

    var isOpen: Bool { isOpenNow.load(ordering: .relaxed) }

    /// Opens or shuts it; what waits in a tap that is shut is forgotten.
    func set(isOpen: Bool) {
        isOpenNow.store(isOpen, ordering: .relaxed)
        if !isOpen { waiting.withLock { $0.removeAll() } }
    }

    func put(_ exchange: TappedExchange) {
        let isKept = waiting.withLock { waiting in
            guard waiting.count < Self.capacity else { return false }
            waiting.append(exchange)
            return true
        }
        if !isKept { lost.add(1, ordering: .relaxed) }
    }

    /// What waited, in the order of its answers.
    func takeAll() -> [TappedExchange] {
        var exchanges = waiting.withLock { waiting in
            defer { waiting.removeAll() }
            return waiting
        }
        if !exchanges.isEmpty { exchanges[0].lost = lost.exchange(0, ordering: .relaxed) }
        return exchanges
    }
}
