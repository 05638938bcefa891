import HuaweiCloud
import Hummingbird
import IdentityProvider
import JointDebug
import Logging
import Onboarding
import SAML
import Server
import ServiceLifecycle
import Storage
import XMLSecurity

/// Wires a running service: the only place that knows every module.
struct ServiceComposition {
    let services: Services
    private let configuration: Configuration
    private let housekeeping: SQLiteHousekeeping
    private let outbox: SQLiteWebhookOutbox
    private let hangUp = HangUp()
    private let follower: ServingFollower<Observation>
    private let whitelistFollower: WhitelistFollower
    private let metrics: PrometheusRegistry
    private let administration: Administration

    init(_ workspace: Workspace, logger: Logger, metrics: PrometheusRegistry = PrometheusRegistry()) async throws {
        self.metrics = metrics
        configuration = workspace.configuration
        try await workspace.forbidTestDirectory(in: SQLiteStageStore(workspace.database).stage())
        let loader = ServingLoader(workspace)
        let current = CurrentServing(try await loader.load())
        for file in current.now.leftOut {
            logger.warning("metadata that has ended is left out", metadata: ["file": .string(file)])
        }
        let database = workspace.database
        let stage = SQLiteStageStore(database)
        let whitelists = SQLiteWhitelistStore(database)
        try await WhitelistSeed(workspace: workspace, author: "serve").begin()
        let present = try await stage.stage()
        housekeeping = SQLiteHousekeeping(database)
        outbox = SQLiteWebhookOutbox(database)
        services = Services(
            current: current,
            baseURL: configuration.baseURL,
            sessionLifetime: configuration.sessionLifetime,
            admission: Admission(present, try await whitelists.snapshot(of: present, following: nil)),
            stores: Services.Stores(
                replay: SQLiteReplayCache(database),
                sessions: SQLiteSessionStore(database),
                pending: SQLitePendingRequestStore(database),
                resumptions: SQLiteResumptionStore(database),
                logouts: SQLiteLogoutFlowStore(database),
                ledger: SQLiteIssuanceLedger(database),
                trail: SQLiteAuditTrail(database),
                stage: stage,
                associations: SQLiteAssociationStore(database) {
                    Set(current.now.portals.filter { $0.webhook != nil }.map(\.name))
                },
                notifications: try workspace.notificationArchive()
            ),
            accountHash: AccountHash(try AccountSecret.load(configuration.certificates)),
            clock: workspace.clock,
            logger: logger,
            proxies: TrustedProxies(configuration.proxies),
            limits: Self.limits(configuration, logger)
        )
        follower = ServingFollower(
            current: current,
            hangUp: hangUp,
            logger: logger,
            observe: { try await Observation(workspace) },
            load: loader.load
        )
        administration = Administration(
            whitelists: whitelists,
            operators: SQLiteOperatorStore(database),
            answers: SQLiteKeptAnswerStore(database),
            archive: workspace.archive,
            checklist: SQLiteChecklistStore(database),
            surrounding: ChecklistDesk(workspace).present,
            seal: try workspace.sealingKey()
        )
        whitelistFollower = WhitelistFollower(whitelists, current: services.admission, logger: logger) {
            try await stage.stage()
        }
    }

    /// Both listeners and what runs beside them.
    var all: [any Service] {
        let operations = Application(
            router: Routes.operationsRouter(
                services,
                administration: administration,
                metrics: metrics,
                storeSize: StoreSize(path: configuration.store)
            ),
            configuration: .init(
                address: .hostname(configuration.operations.host, port: configuration.operations.port),
                serverName: nil
            ),
            logger: services.logger
        )
        let listen = configuration.listen
        let browsers = PublicListener.make(services, host: listen.host, port: listen.port)
        return [
            HousekeepingService(housekeeping, clock: services.clock, logger: services.logger), webhooks, hangUp,
            follower,
            whitelistFollower, TapService(services, folder: TapFolder(in: configuration.directory)),
            ExpiryWatch(services.current, clock: services.clock, logger: services.logger), operations, browsers,
        ]
    }

    // Without a free file descriptor nothing could be accepted, not even a connection to say so.
    private static func limits(_ configuration: Configuration, _ logger: Logger) -> ListenerLimits {
        let asked = configuration.limits
        let room = OpenFiles.makeRoom(for: asked.connections)
        if room < asked.connections {
            logger.warning(
                "fewer connections than configured: the system allows no more open files",
                metadata: [
                    "connections": .stringConvertible(room), "configured": .stringConvertible(asked.connections),
                ]
            )
        }
        return ListenerLimits(
            connections: room,
            connectionsPerAddress: asked.connectionsPerAddress,
            requestsPerMinute: asked.requestsPerMinute
        )
    }

    private var webhooks: WebhookDeliveryService {
        WebhookDeliveryService(outbox, current: services.current, clock: services.clock, logger: services.logger)
    }
}
