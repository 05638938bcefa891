import Logging
import Onboarding
public import ServiceLifecycle
import XMLSecurity

/// Looks four times a second whether somebody follows, and writes down what was tapped.
///
/// Only in the stage of joint debugging: customers of production are nobody's to watch.
public struct TapService: Service {
    private let services: Services
    private let folder: TapFolder

    /// Makes the service.
    /// - Parameters:
    ///   - services: what is followed.
    ///   - folder: where a follower is met.
    public init(_ services: Services, folder: TapFolder) {
        self.services = services
        self.folder = folder
    }

    /// Runs until the service shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var state = State()
            while !Task.isCancelled {
                look(&state)
                try? await Task.sleep(for: .milliseconds(250))
            }
        }
    }

    private struct State {
        var written = 0
        /// Whether it was said that the folder cannot be written.
        var hasFailed = false
    }

    private func look(_ state: inout State) {
        guard services.admission.current.stage == .jointDebug else { return close() }
        switch folder.lease(at: services.clock.now) {
        case .absent:
            close()
            state = State()
        case .stale:
            // What a follower that was killed left behind is about customers.
            close()
            folder.clear()
        case .fresh where state.hasFailed: break
        case .fresh: write(&state)
        }
    }

    private func close() {
        guard services.tap.isOpen else { return }
        services.tap.set(isOpen: false)
        services.logger.notice("nobody follows the messages any more")
    }

    private func write(_ state: inout State) {
        do {
            // At each look: a follower may have come right after another.
            try folder.answer()
            if !services.tap.isOpen {
                services.tap.set(isOpen: true)
                services.logger.notice("the messages are followed by joint-debug watch")
            }
            for exchange in services.tap.takeAll() {
                state.written += 1
                try folder.write(exchange, number: state.written)
            }
        } catch  where folder.lease(at: services.clock.now) == .absent {
            close()
        } catch {
            close()
            state.hasFailed = true
            services.logger.error(
                "the messages cannot be followed: run watch as the user of the service",
                metadata: ["error": .string("\(error)")]
            )
        }
    }
}
