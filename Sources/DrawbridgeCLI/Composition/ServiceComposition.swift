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

    init(_ workspace: Workspace, logger: Logger) async throws {
        configuration = workspace.configuration
        let identityProvider = try await workspace.identityProvider()
        try SelfTest.run(with: identityProvider.signingKey)
        let database = workspace.database
        let stage = SQLiteStageStore(database)
        try await Self.requireRealKeys(identityProvider, stage: stage.stage())
        housekeeping = SQLiteHousekeeping(database)
        outbox = SQLiteWebhookOutbox(database)
        let portals = try await workspace.portalDirectory.portals()
        let telling = Set(portals.filter { $0.webhook != nil }.map(\.name))
        services = Services(
            identityProvider: identityProvider,
            metadata: try await workspace.metadata().document(),
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
    }

    /// Both listeners and what runs beside them.
    var all: [any Service] {
        let operations = Application(
            router: Routes.operationsRouter(services),
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
            HousekeepingService(housekeeping, clock: services.clock, logger: services.logger), webhooks, operations,
            browsers,
        ]
    }

    private var webhooks: WebhookDeliveryService {
        WebhookDeliveryService(outbox, portals: services.portals, clock: services.clock, logger: services.logger)
    }

    // Design 4.10: simulation never passes for real.
    private static func requireRealKeys(_ identityProvider: IdentityProvider, stage: Stage) async throws {
        guard stage == .live else { return }
        let own = [identityProvider.signingKey.certificate]
        let peers = identityProvider.federation.serviceProviders.flatMap(\.descriptor.signingCertificates)
        guard let simulated = (own + peers).first(where: { $0.organization == SimulatedHuaweiCloud.organization })
        else { return }
        throw CommandFailure(
            .unusable,
            "The certificate \(simulated.subject) belongs to a simulation and cannot be used in stage live.",
            "证书 \(simulated.subject) 属于模拟环境，不能在 live 阶段使用。"
        )
    }
}
