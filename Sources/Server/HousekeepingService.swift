public import IdentityProvider
public import Logging
public import ServiceLifecycle
import XMLSecurity

/// Forgets what is over, once a minute.
public struct HousekeepingService: Service {
    /// How long what is over is kept, in seconds.
    ///
    /// A clock that runs ahead and is set right again must find the tokens and requests that were used.
    static let margin: Int64 = 3600

    private let housekeeping: any Housekeeping
    private let clock: Clock
    private let logger: Logger

    /// Makes the service.
    public init(_ housekeeping: any Housekeeping, clock: Clock, logger: Logger) {
        self.housekeeping = housekeeping
        self.clock = clock
        self.logger = logger
    }

    /// Runs until the service shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await purge()
                } catch {
                    logger.error("housekeeping failed", metadata: ["error": .string("\(error)")])
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    /// Forgets once.
    public func purge() async throws {
        _ = try await housekeeping.purge(before: clock.now.adding(seconds: -Self.margin))
    }
}
