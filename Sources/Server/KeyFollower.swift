public import IdentityProvider
public import Logging
public import ServiceLifecycle

/// Looks twice a second whether a key moved, and serves with the keys that are in force.
///
/// A key that cannot be used changes nothing: what was served goes on being served.
public struct KeyFollower: Service {
    private let keys: any KeyStore
    private let current: CurrentServing
    private let logger: Logger
    private let load: @Sendable ([KeyRecord]) async throws -> Serving

    /// Makes the service.
    /// - Parameters:
    ///   - keys: the states of the keys.
    ///   - current: what is replaced.
    ///   - logger: the log.
    ///   - load: reads and tries the keys of these records, away from any event loop.
    public init(
        _ keys: any KeyStore,
        current: CurrentServing,
        logger: Logger,
        load: @escaping @Sendable ([KeyRecord]) async throws -> Serving
    ) {
        self.keys = keys
        self.current = current
        self.logger = logger
        self.load = load
    }

    /// Runs until the service shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var known: [KeyRecord]?
            while !Task.isCancelled {
                known = await follow(known)
                try? await Task.sleep(for: .milliseconds(500))
            }
        }
    }

    /// One look: serves with the keys of the store when they are others than those known.
    /// - Parameter known: the keys of the last look; `nil` at the first, which loads, since a key may have moved meanwhile.
    /// - Returns: the keys of this look.
    public func follow(_ known: [KeyRecord]?) async -> [KeyRecord]? {
        do {
            let records = try await keys.keys()
            guard records != known else { return known }
            do {
                current.replace(try await load(records))
                if known != nil { logger.notice("keys changed", metadata: ["signing": .string(active(records))]) }
            } catch {
                logger.error(
                    "the changed keys cannot be used; the old ones go on signing",
                    metadata: ["signing": .string(active(records)), "error": .string("\(error)")]
                )
            }
            return records
        } catch {
            logger.error("the keys cannot be read from the store", metadata: ["error": .string("\(error)")])
            return known
        }
    }

    private func active(_ records: [KeyRecord]) -> String {
        records.first { $0.state == .active }?.name ?? "-"
    }
}
