import IdentityProvider
public import Logging
public import ServiceLifecycle
import XMLSecurity

/// Looks twice a second whether something moved that is served, a key, a file or a hand on SIGHUP, and serves with what
/// is in force.
///
/// What cannot be used changes nothing: what was served goes on being served, and `/readyz` says why.
public struct ServingFollower<Observed: Equatable & Sendable>: Service {
    private let current: CurrentServing
    private let hangUp: HangUp
    private let logger: Logger
    private let observe: @Sendable () async throws -> Observed
    private let load: @Sendable () async throws -> Serving

    /// Makes the service.
    /// - Parameters:
    ///   - current: what is replaced.
    ///   - hangUp: asks for another look at everything.
    ///   - logger: the log.
    ///   - observe: what is compared with the last look; cheap, for it is done twice a second.
    ///   - load: reads and tries everything anew, away from any event loop.
    public init(
        current: CurrentServing,
        hangUp: HangUp,
        logger: Logger,
        observe: @escaping @Sendable () async throws -> Observed,
        load: @escaping @Sendable () async throws -> Serving
    ) {
        self.current = current
        self.hangUp = hangUp
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

    /// One look: loads when something is other than it was, or when somebody asked.
    /// - Parameter known: the last look; `nil` at the first, which loads, since something may have moved meanwhile.
    /// - Returns: this look.
    public func follow(_ known: Observed?) async -> Observed? {
        let isAsked = hangUp.take()
        do {
            let observed = try await observe()
            guard isAsked || observed != known else { return known }
            await reload(isFirst: known == nil)
            return observed
        } catch {
            logger.error("the store cannot be read", metadata: ["error": .string("\(error)")])
            return known
        }
    }

    private func reload(isFirst: Bool) async {
        do {
            let next = try await load()
            current.replace(next)
            guard !isFirst else { return }
            Telemetry.reloaded("done")
            let key = next.identityProvider.signingKey.id
            logger.notice("reloaded", metadata: ["signing": .string(key), "left_out": .stringConvertible(next.leftOut)])
        } catch {
            current.keep(because: "\(error)")
            Telemetry.reloaded("failed")
            logger.error(
                "what changed cannot be used; what was served goes on being served",
                metadata: ["error": .string("\(error)")]
            )
        }
    }
}
