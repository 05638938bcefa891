public import IdentityProvider
public import Logging
public import ServiceLifecycle

/// Forgets what is over, once a minute.
public struct HousekeepingService: Service {
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
                    _ = try await housekeeping.purge(before: clock.now)
                } catch {
                    logger.error("housekeeping failed", metadata: ["error": .string("\(error)")])
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }
}
