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
    private let follower: KeyFollower<Observation>
    private let metrics: PrometheusRegistry

    init(_ workspace: Workspace, logger: Logger, metrics: PrometheusRegistry = PrometheusRegistry()) async throws {
        self.metrics = metrics
        configuration = workspace.configuration
        try await workspace.forbidTestDirectory(in: SQLiteStageStore(workspace.database).stage())
        let loader = ServingLoader(workspace)
        let serving = try await loader.load()
        let database = workspace.database
        let stage = SQLiteStageStore(database)
        housekeeping = SQLiteHousekeeping(database)
        outbox = SQLiteWebhookOutbox(database)
        let portals = try await workspace.portalDirectory.portals()
        let telling = Set(portals.filter { $0.webhook != nil }.map(\.name))
        services = Services(
            serving: serving,
            baseURL: configuration.baseURL,
            portals: portals,
            sessionLifetime: configuration.sessionLifetime,
            admission: ImportedServiceProviders(),
            stores: Services.Stores(
                replay: SQLiteReplayCache(database),
                sessions: SQLiteSessionStore(database),
                pending: SQLitePendingRequestStore(database),
                resumptions: SQLiteResumptionStore(database),
                logouts: SQLiteLogoutFlowStore(database),
                ledger: SQLiteIssuanceLedger(database),
                trail: SQLiteAuditTrail(database),
                stage: stage,
                associations: SQLiteAssociationStore(database, telling: telling),
                notifications: try workspace.notificationArchive()
            ),
            accountHash: AccountHash(try AccountSecret.load(configuration.certificates)),
            clock: workspace.clock,
            logger: logger
        )
        let federation = serving.identityProvider.federation
        follower = KeyFollower(
            current: services.current,
            logger: logger,
            observe: { try await Observation(workspace) },
            load: { try await loader.load(federation) }
        )
    }

    /// Both listeners and what runs beside them.
    var all: [any Service] {
        let operations = Application(
            router: Routes.operationsRouter(
                services,
                metrics: metrics,
                storeSize: StoreSize(path: configuration.store)
            ),
            configuration: .init(
                address: .hostname(configuration.operations.host, port: configuration.operations.port),
                serverName: nil
            ),
            logger: services.logger
        )
        let browsers = Application(
            router: Routes.publicRouter(services),
            configuration: .init(
                address: .hostname(configuration.listen.host, port: configuration.listen.port),
                serverName: nil
            ),
            logger: services.logger
        )
        return [
            HousekeepingService(housekeeping, clock: services.clock, logger: services.logger), webhooks, follower,
            ExpiryWatch(services.current, clock: services.clock, logger: services.logger), operations, browsers,
        ]
    }

    private var webhooks: WebhookDeliveryService {
        WebhookDeliveryService(outbox, portals: services.portals, clock: services.clock, logger: services.logger)
    }
}
