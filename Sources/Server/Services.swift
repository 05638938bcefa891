public import IdentityProvider
public import Logging
public import Onboarding
public import XMLSecurity

/// Everything that the routes need, wired once by the composition root.
public struct Services: Sendable {
    /// What is served now; it changes when a key, an SP or a portal does.
    public let current: CurrentServing
    /// Our own address, without a slash at its end; never derived from a header.
    public let baseURL: String
    /// How long a session answers requests, in seconds.
    public let sessionLifetime: Int64
    /// Who may take part; it changes with the whitelist and the stage.
    public let admission: CurrentAdmission
    /// The ports.
    public let stores: Stores
    /// Hides accounts in the ledger.
    public let accountHash: AccountHash
    /// The clock.
    public let clock: Clock
    /// The randomness.
    public let randomness: Randomness
    /// The log.
    public let logger: Logger
    /// Whose word about a client's address counts.
    public let proxies: TrustedProxies
    /// What is copied for whoever follows.
    let tap = Tap()
    let refusalBudget = RefusalBudget()
    let census: ConnectionCensus
    let rates: RateLimiter
    let login: LoginDesk

    /// What decides now.
    public var identityProvider: IdentityProvider { current.now.identityProvider }
    /// Our metadata now.
    public var metadata: [UInt8] { current.now.metadata }
    /// Who hands customers over now.
    public var portals: [Portal] { current.now.portals }

    /// The ports that a sign-on needs.
    public struct Stores: Sendable {
        let replay: any ReplayCache
        let sessions: any SessionStore
        let pending: any PendingRequestStore
        let resumptions: any ResumptionStore
        let logouts: any LogoutFlowStore
        let ledger: any IssuanceLedger
        let trail: any AuditTrail
        let stage: any StageStore
        let associations: any AssociationStore
        let notifications: any NotificationArchive

        /// Collects the ports.
        public init(
            replay: any ReplayCache,
            sessions: any SessionStore,
            pending: any PendingRequestStore,
            resumptions: any ResumptionStore,
            logouts: any LogoutFlowStore,
            ledger: any IssuanceLedger,
            trail: any AuditTrail,
            stage: any StageStore,
            associations: any AssociationStore,
            notifications: any NotificationArchive
        ) {
            self.replay = replay
            self.sessions = sessions
            self.pending = pending
            self.resumptions = resumptions
            self.logouts = logouts
            self.ledger = ledger
            self.trail = trail
            self.stage = stage
            self.associations = associations
            self.notifications = notifications
        }
    }

    /// Wires the services.
    public init(
        current: CurrentServing,
        baseURL: String,
        sessionLifetime: Int64,
        admission: Admission,
        stores: Stores,
        accountHash: AccountHash,
        clock: Clock = .system,
        randomness: Randomness = .openSSL,
        logger: Logger,
        proxies: TrustedProxies = TrustedProxies(),
        limits: ListenerLimits = ListenerLimits()
    ) {
        self.current = current
        self.baseURL = baseURL
        self.sessionLifetime = sessionLifetime
        self.admission = CurrentAdmission(admission)
        self.stores = stores
        self.accountHash = accountHash
        self.clock = clock
        self.randomness = randomness
        self.logger = logger
        self.proxies = proxies
        census = ConnectionCensus(limits)
        rates = RateLimiter(perMinute: limits.requestsPerMinute)
        login = LoginDesk(randomness)
    }
}
