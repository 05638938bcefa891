import IdentityProvider
public import Logging
public import ServiceLifecycle
import XMLSecurity

/// Looks twice a second whether a key moved or an id was recorded, and serves with what is in force.
///
/// What cannot be used changes nothing: what was served goes on being served.
public struct KeyFollower<Observed: Equatable & Sendable>: Service {
    private let current: CurrentServing
    private let logger: Logger
    private let observe: @Sendable () async throws -> Observed
    private let load: @Sendable () async throws -> Serving

    /// Makes the service.
    /// - Parameters:
    ///   - current: what is replaced.
    ///   - logger: the log.
    ///   - observe: what is compared with the last look.
    ///   - load: reads and tries everything anew, away from any event loop.
    public init(
        current: CurrentServing,
        logger: Logger,
        observe: @escaping @Sendable () async throws -> Observed,
        load: @escaping @Sendable () async throws -> Serving
    ) {
        self.current = current
        self.logger = logger
        self.observe = observe
        self.load = load
    }

    /// Runs until the service shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var known: Observed?
            while !Task.isCancelled {
                known = await follow(known)
                try? await Task.sleep(for: .milliseconds(500))
            }
        }
    }

    /// One look: loads when something is other than it was.
    /// - Parameter known: the last look; `nil` at the first, which loads, since something may have moved meanwhile.
    /// - Returns: this look.
    public func follow(_ known: Observed?) async -> Observed? {
        do {
            let observed = try await observe()
            guard observed != known else { return known }
            do {
                let next = try await load()
                current.replace(next)
                let key = next.identityProvider.signingKey.id
                if known != nil { logger.notice("reloaded", metadata: ["signing": .string(key)]) }
            } catch {
                logger.error(
                    "what changed cannot be used; what was served goes on being served",
                    metadata: ["error": .string("\(error)")]
                )
            }
            return observed
        } catch {
            logger.error("the store cannot be read", metadata: ["error": .string("\(error)")])
            return known
        }
    }
}
