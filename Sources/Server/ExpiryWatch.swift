import IdentityProvider
public import Logging
import SAML
public import ServiceLifecycle
public import XMLSecurity

/// Tells of keys and metadata that end, in the log once a day; `/metrics` has the seconds.
public struct ExpiryWatch: Service {
    private static let day: Int64 = 86_400

    private let current: CurrentServing
    private let clock: Clock
    private let logger: Logger

    /// Makes the service.
    public init(_ current: CurrentServing, clock: Clock, logger: Logger) {
        self.current = current
        self.clock = clock
        self.logger = logger
    }

    /// Runs until the service shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var told: Instant?
            while !Task.isCancelled {
                told = look(told: told)
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    /// One look.
    /// - Parameter told: when the log was told last.
    /// - Returns: when it was told last now.
    public func look(told: Instant?) -> Instant {
        let now = clock.now
        if let told, now.seconds(since: told) < Self.day { return told }
        for warning in current.now.warnings(at: now) {
            logger.log(level: warning.hasEnded ? .error : .warning, "\(warning.message.en)")
        }
        return now
    }
}
