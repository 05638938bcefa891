import Synchronization

/// Holds what is served now; a request that is under way keeps what it took.
public final class CurrentServing: Sendable {
    private let serving: Mutex<Serving>

    init(_ serving: Serving) {
        self.serving = Mutex(serving)
    }

    /// What is served now.
    public var now: Serving { serving.withLock { $0 } }

    /// Serves something else from the next request on.
    public func replace(_ next: Serving) {
        serving.withLock { $0 = next }
    }
}
