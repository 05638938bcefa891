public import ServiceLifecycle
import Synchronization
import UnixSignals

/// SIGHUP: an operator asks for another look at keys, metadata and portals.
public final class HangUp: Service {
    private let isAsked = Atomic(false)

    /// Makes the service.
    public init() {}

    /// Listens until the service shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in await UnixSignalsSequence(trapping: .sighup) { self.ask() }
        }
    }

    /// Asks as the signal does.
    public func ask() { isAsked.store(true, ordering: .relaxed) }

    func take() -> Bool { isAsked.exchange(false, ordering: .relaxed) }
}
