import Synchronization

/// Holds what is served now; a request that is under way keeps what it took.
public final class CurrentServing: Sendable {
    private struct State {
        var serving: Serving
        var trouble: String?
    }

    private let state: Mutex<State>

    /// Serves this first.
    public init(_ serving: Serving) {
        state = Mutex(State(serving: serving))
    }

    /// What is served now.
    public var now: Serving { state.withLock { $0.serving } }

    /// Why something newer is not served; `nil` when nothing newer is there.
    public var trouble: String? { state.withLock { $0.trouble } }

    /// Serves something else from the next request on.
    public func replace(_ next: Serving) {
        state.withLock { $0 = State(serving: next) }
    }

    /// Goes on with what is served.
    func keep(because trouble: String) {
        state.withLock { $0.trouble = trouble }
    }
}
