public import Logging
public import XMLSecurity

/// A portal's JWK Set behind an https address, cached.
///
/// A portal that is down or slow takes no sign-on with it: the keys fetched last go on verifying, up to a day.
public actor FetchedPortalKeys: PortalKeySource {
    /// How long keys are used before another look, in seconds.
    public static let freshness: Int64 = 600
    /// How long keys are used when no fetch succeeds, in seconds: a key that the portal withdrew ends with it.
    public static let longestUse: Int64 = 86_400
    /// The least time between two looks for an unknown key, in seconds: tokens with made-up `kid` cost the portal nothing.
    public static let shortestPause: Int64 = 30
    /// The longest pause after failures, in seconds; it doubles from ``shortestPause``.
    public static let longestPause: Int64 = 900

    private let name: String
    private let fetch: @Sendable () async throws -> [PortalKey]
    private let logger: Logger
    private var keys: [PortalKey] = []
    private var fetchedAt: Instant?
    private var nextLook: Instant?
    private var failures = 0
    private var running: Task<Void, Never>?

    /// Makes the source; nothing is fetched yet.
    /// - Parameters:
    ///   - name: the portal's, for the log.
    ///   - logger: the log.
    ///   - fetch: gets the keys.
    public init(_ name: String, logger: Logger, fetch: @escaping @Sendable () async throws -> [PortalKey]) {
        self.name = name
        self.logger = logger
        self.fetch = fetch
    }

    /// The keys that hold now.
    ///
    /// Stale keys are answered at once while new ones are fetched; only the first look is waited for.
    public func keys(at now: Instant) async -> [PortalKey] {
        guard let fetchedAt else { return await keysLookedUpAgain(at: now) }
        if now >= fetchedAt.adding(seconds: Self.freshness) { _ = look(at: now) }
        return now < fetchedAt.adding(seconds: Self.longestUse) ? keys : await keysLookedUpAgain(at: now)
    }

    /// The keys after another look, if one is due.
    public func keysLookedUpAgain(at now: Instant) async -> [PortalKey] {
        await look(at: now)?.value
        guard let fetchedAt, now < fetchedAt.adding(seconds: Self.longestUse) else { return [] }
        return keys
    }

    // Everybody who asks while a fetch runs waits for the same one.
    private func look(at now: Instant) -> Task<Void, Never>? {
        if let running { return running }
        guard nextLook.map({ now >= $0 }) ?? true else { return nil }
        let task = Task {
            do {
                took(try await fetch(), at: now)
            } catch {
                failed("\(error)", at: now)
            }
        }
        running = task
        return task
    }

    private func took(_ fetched: [PortalKey], at now: Instant) {
        keys = fetched
        fetchedAt = now
        failures = 0
        nextLook = now.adding(seconds: Self.shortestPause)
        running = nil
    }

    private func failed(_ error: String, at now: Instant) {
        let pause = min(Self.longestPause, Self.shortestPause << min(failures, 5))
        failures += 1
        nextLook = now.adding(seconds: pause)
        running = nil
        logger.warning(
            "portal keys not fetched",
            metadata: ["portal": .string(name), "error": .string(error), "next_look_seconds": .string("\(pause)")]
        )
    }
}
