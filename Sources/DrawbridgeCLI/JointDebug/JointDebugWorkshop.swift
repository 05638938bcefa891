import Foundation
import HuaweiCloud
import Hummingbird
import IdentityProvider
import JWTKit
import JointDebug
import Logging
import Onboarding
import SAML
import Server
import ServiceLifecycle
import Storage
import XMLSecurity

/// A whole joint-debugging set-up in one directory: throw-away keys and metadata, Drawbridge, a simulated HUAWEI CLOUD
/// and a portal, all on this machine.
struct JointDebugWorkshop {
    /// Where each party listens.
    ///
    /// `localhost`, 127.0.0.1 and 127.0.0.2 are three sites to a browser, so that cookies behave as they do between
    /// real ones.
    struct Addresses: Codable {
        let identityProvider: Int
        let operations: Int
        let login: Int
        let console: Int
        let portal: Int
        let bss: Int

        var ports: [Int] { [identityProvider, operations, login, console, portal, bss] }
        var baseURL: String { "http://127.0.0.1:\(identityProvider)" }
        var loginOrigin: String { "http://localhost:\(login)" }
        var consoleOrigin: String { "http://127.0.0.2:\(console)" }
        var portalOrigin: String { "http://localhost:\(portal)" }
        var bssOrigin: String { "http://127.0.0.1:\(bss)" }

        /// What answers when all are ready.
        var probes: [String] {
            [
                baseURL + "/healthz", loginOrigin + "/authui/saml/metadata.xml", consoleOrigin + "/iam/",
                portalOrigin + "/", bssOrigin + "/",
            ]
        }
    }

    static let portalName = "mall"
    static let platformID = "drawbridge_demo_IDP"
    static let partnerID = "0123456789abcdef0123456789abcdef"

    let directory: String
    let addresses: Addresses
    let stage: ScenarioStage
    let services: [any Service]

    /// What runs of it.
    var setup: JointDebugSetup {
        JointDebugSetup(
            stage: stage,
            services: services,
            probes: addresses.probes,
            directory: directory,
            configuration: directory + "/drawbridge.yaml",
            links: [
                (say("portal (click the button)", "门户（点击按钮）"), addresses.portalOrigin + "/"),
                (say("simulated HUAWEI CLOUD", "模拟华为云"), addresses.loginOrigin + "/simulation/"),
                (say("metadata", "元数据"), addresses.baseURL + "/saml/metadata"),
                (say("readiness", "就绪状态"), "http://127.0.0.1:\(addresses.operations)/readyz"),
            ]
        )
    }

    // What throws without awaiting stands in functions of its own: swiftc 6.3.1 -O crashes on all of it in one.
    static func prepare(_ directory: String, language: Language, logger: Logger) async throws -> JointDebugWorkshop {
        let files = WorkshopFiles(directory: directory)
        let addresses = try await files.addresses()
        let workspace = try await files.workspace(addresses)
        let key = try await files.serviceProviderKey(workspace)
        let portal = try await files.portal(workspace, signInURL: addresses.portalOrigin + "/sign-in")
        try importServiceProvider(addresses, key, into: workspace)
        let simulation = try await publish(workspace.metadata(), addresses, key, workspace)
        try await settle(portal, at: simulation, workspace)
        let bss = try bss(files, addresses, simulation)
        let composition = try await ServiceComposition(workspace, logger: logger)
        return JointDebugWorkshop(
            directory: directory,
            addresses: addresses,
            stage: try stage(files, addresses, portal, simulation, bss.side, language),
            services: composition.all + simulated(simulation, portal, bss.host, addresses, logger)
        )
    }

    private static func bss(
        _ files: WorkshopFiles,
        _ addresses: Addresses,
        _ simulation: SimulatedHuaweiCloud
    ) throws -> (side: BSSSide, host: BSSHost) {
        let host = BSSHost(simulation, partners: try files.callers.partners(of: platform()))
        let path = files.directory + "/drawbridge.yaml"
        return (BSSSide(addresses.bssOrigin, host, files.callers, configuration: path), host)
    }

    private static func stage(
        _ files: WorkshopFiles,
        _ addresses: Addresses,
        _ portal: WorkshopPortal,
        _ simulation: SimulatedHuaweiCloud,
        _ bss: BSSSide,
        _ language: Language
    ) throws -> ScenarioStage {
        let clock = portal.clock
        let commands = OwnCommands(configuration: files.directory + "/drawbridge.yaml")
        return ScenarioStage(
            identityProvider: IdentityProviderSide(
                metadataURL: addresses.baseURL + "/saml/metadata",
                drawbridge: addresses.baseURL,
                login: .handOff(portal: addresses.portalOrigin + "/", mint: portal.token),
                commands: commands.run
            ),
            simulation: simulation,
            platformID: try platform(),
            bss: bss,
            folder: files.directory + "/simulation",
            strangerKey: try SimulationKey.make(.bits2048, at: clock.now),
            language: language,
            randomness: .openSSL,
            now: { clock.now }
        )
    }

    private static func importServiceProvider(
        _ addresses: Addresses,
        _ key: SigningKey,
        into workspace: Workspace
    ) throws {
        let serviceProvider = SimulatedHuaweiCloud.metadata(login: addresses.loginOrigin, key: key)
        try workspace.metadataDirectory.add(serviceProvider.document(), as: "huawei-cloud-simulation", replacing: true)
    }

    private static func platform() throws -> PlatformID {
        guard let platform = PlatformID(platformID) else {
            throw CommandFailure(.fault, "\(platformID) is no platform id.", "\(platformID) 不是有效的平台标识。")
        }
        return platform
    }

    private static func publish(
        _ metadata: EntityDescriptor,
        _ addresses: Addresses,
        _ key: SigningKey,
        _ workspace: Workspace
    ) async throws -> SimulatedHuaweiCloud {
        let document = try metadata.document()
        try workspace.metadataDirectory.publish(document)
        let clock = workspace.clock
        guard
            let simulation = SimulatedHuaweiCloud(
                login: addresses.loginOrigin,
                console: addresses.consoleOrigin,
                keys: ServiceProviderKeys(current: key) { try SimulationKey.make(.bits2048, at: clock.now) },
                randomness: .openSSL,
                clock: { clock.now }
            )
        else { throw CommandFailure(.fault, "The simulation's addresses are not its own.", "模拟环境的地址不正确。") }
        let notification = NotificationSetting(addresses.baseURL + "/huawei/association", by: .browser)
        await simulation.register(document, named: "metadata.xml", for: try platform(), notifying: notification)
        return simulation
    }

    // Both sides begin alike with each run: one customer was made by API, the other has no account yet.
    private static func settle(
        _ portal: WorkshopPortal,
        at simulation: SimulatedHuaweiCloud,
        _ workspace: Workspace
    ) async throws {
        let (bound, new) = (WorkshopCustomer.bound(portal).customer, WorkshopCustomer.new(portal).customer)
        let account = try await simulation.customers.create(
            bound.accountName,
            accountID: bound.account,
            platformID: platformID,
            mobile: nil,
            email: nil,
            byAPI: true,
            at: workspace.clock.now
        )
        let cloudAccount = CloudAccount(id: account.domainID, name: account.domainName)
        _ = try await workspace.associationStore().state(
            [
                StatedAssociation(account: bound.account, state: .bound, cloudAccount: cloudAccount),
                StatedAssociation(account: new.account, state: .unbound, cloudAccount: nil),
            ],
            by: .api,
            person: "joint-debug run",
            reason: "the simulation begins anew",
            at: workspace.clock.now,
            dryRun: false
        )
    }

    private static func simulated(
        _ simulation: SimulatedHuaweiCloud,
        _ portal: WorkshopPortal,
        _ bss: BSSHost,
        _ addresses: Addresses,
        _ logger: Logger
    ) -> [any Service] {
        let customers = [WorkshopCustomer.bound(portal), .new(portal)]
        let pages = SimulatedPortal(
            customers: customers.map { .init(name: $0.name, mint: $0.token) },
            baseURL: addresses.baseURL
        )
        return SimulationServices.make(
            login: (LoginHost(simulation), .hostname("localhost", port: addresses.login)),
            console: (ConsoleHost(simulation), .hostname("127.0.0.2", port: addresses.console)),
            portal: (pages, .hostname("localhost", port: addresses.portal)),
            bss: (bss, .hostname("127.0.0.1", port: addresses.bss)),
            logger: logger
        )
    }
}
