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
    private let follower: KeyFollower
    private let whitelistFollower: WhitelistFollower
    private let metrics: PrometheusRegistry

    init(_ workspace: Workspace, logger: Logger, metrics: PrometheusRegistry = PrometheusRegistry()) async throws {
        self.metrics = metrics
        configuration = workspace.configuration
        let loader = ServingLoader(workspace)
        let serving = try await loader.load()
        let database = workspace.database
        let stage = SQLiteStageStore(database)
        let whitelists = SQLiteWhitelistStore(database)
        try await WhitelistSeed(workspace: workspace, author: "serve").begin()
        let present = try await stage.stage()
        housekeeping = SQLiteHousekeeping(database)
        outbox = SQLiteWebhookOutbox(database)
        let portals = try await workspace.portalDirectory.portals()
        let telling = Set(portals.filter { $0.webhook != nil }.map(\.name))
        services = Services(
            serving: serving,
            baseURL: configuration.baseURL,
            portals: portals,
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
                associations: SQLiteAssociationStore(database, telling: telling),
                notifications: try workspace.notificationArchive()
            ),
            accountHash: AccountHash(try AccountSecret.load(configuration.certificates)),
            clock: workspace.clock,
            logger: logger
        )
        whitelistFollower = WhitelistFollower(whitelists, current: services.admission, logger: logger) {
            try await stage.stage()
        }
        let federation = serving.identityProvider.federation
        follower = KeyFollower(workspace.keyStore, current: services.current, logger: logger) {
            try await loader.load($0, federation)
        }
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
            whitelistFollower,
            ExpiryWatch(services.current, clock: services.clock, logger: services.logger), operations, browsers,
        ]
    }

    private var webhooks: WebhookDeliveryService {
        WebhookDeliveryService(outbox, portals: services.portals, clock: services.clock, logger: services.logger)
    }
}
