public import Logging
public import Onboarding
public import ServiceLifecycle

/// Looks twice a second whether the whitelist or the stage changed, and decides by what is in force.
///
/// Only what changed is read. While the store does not answer, what was known goes on deciding.
public struct WhitelistFollower: Service {
    private let whitelists: any WhitelistStore
    private let stage: @Sendable () async throws -> Stage
    private let current: CurrentAdmission
    private let logger: Logger

    /// Makes the service.
    /// - Parameters:
    ///   - whitelists: the whitelists.
    ///   - current: what is replaced.
    ///   - logger: the log.
    ///   - stage: reads the stage.
    public init(
        _ whitelists: any WhitelistStore,
        current: CurrentAdmission,
        logger: Logger,
        stage: @escaping @Sendable () async throws -> Stage
    ) {
        self.whitelists = whitelists
        self.current = current
        self.logger = logger
        self.stage = stage
    }

    /// Runs until the service shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await follow()
                try? await Task.sleep(for: .milliseconds(500))
            }
        }
    }

    /// One look.
    public func follow() async {
        let known = current.current
        do {
            let stage = try await stage()
            let isSame = stage == known.stage
            let snapshot = try await whitelists.snapshot(of: stage, following: isSame ? known.whitelist : nil)
            guard !isSame || snapshot.revision != known.whitelist.revision else { return }
            current.replace(Admission(stage, snapshot))
            logger.notice(
                "the whitelist changed",
                metadata: ["stage": .string(stage.rawValue), "revision": .string("\(snapshot.revision)")]
            )
        } catch {
            logger.error("the whitelist cannot be read from the store", metadata: ["error": .string("\(error)")])
        }
    }
}
