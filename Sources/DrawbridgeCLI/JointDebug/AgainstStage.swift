import Foundation
import HuaweiCloud
import JointDebug
import Logging
import SAML
import Server
import XMLSecurity

/// A stage with an identity provider that runs by itself: a Drawbridge, or any other.
struct AgainstStage {
    let options: AgainstOptions
    let place: String
    /// Where the simulation's key and SP metadata are kept.
    let directory: String

    func prepare(language: Language, logger: Logger) async throws -> JointDebugSetup {
        let trust = try trust()
        let metadata = try await ForeignMetadata(place, trust: trust)
        guard let platformID = PlatformID(options.platform) else {
            throw CommandFailure(.unusable, "--platform takes 1 to 64 characters.", "--platform 须为 1 到 64 个字符。")
        }
        let hook = try await SignInHook.make(
            options,
            entityID: metadata.descriptor.entityID,
            drawbridge: metadata.drawbridge
        )
        let simulation = try await simulation(metadata, platformID, trust)
        let bss = try bss(simulation, platformID)
        let stage = ScenarioStage(
            identityProvider: IdentityProviderSide(
                metadataURL: metadata.url,
                drawbridge: metadata.drawbridge,
                login: hook,
                commands: options.config.map { OwnCommands(configuration: $0).run }
            ),
            simulation: simulation,
            platformID: platformID,
            bss: bss?.side,
            folder: directory,
            customer: customer,
            strangerKey: try SimulationKey.make(.bits2048, at: Clock.system.now),
            language: language,
            trust: trust,
            randomness: .openSSL,
            now: { Clock.system.now }
        )
        return JointDebugSetup(
            stage: stage,
            services: SimulationServices.make(simulation, bss: bss.map { ($0.host, $0.side.origin) }, logger: logger),
            probes: [simulation.loginOrigin + "/authui/saml/metadata.xml"] + (bss == nil ? [] : [ownBSS.origin + "/"]),
            directory: try runDirectory(),
            configuration: options.config,
            links: [
                (say("SP metadata", "SP 元数据"), directory + "/sp-metadata.xml"),
                (say("simulated HUAWEI CLOUD", "模拟华为云"), simulation.loginOrigin + "/simulation/"),
            ] + (bss == nil ? [] : [(say("keys for its BSS", "BSS 凭据"), ownBSS.callers.path(.partner))])
        )
    }

    private func trust() throws -> ServerTrust {
        do {
            return try ServerTrust(addingFile: options.caFile)
        } catch let error as BrowserError {
            throw CommandFailure(.unusable, error.description + ".", error.description + "。")
        }
    }

    private func simulation(
        _ metadata: ForeignMetadata,
        _ platformID: PlatformID,
        _ trust: ServerTrust?
    ) async throws -> SimulatedHuaweiCloud {
        let simulation = try OwnSimulation.make(
            directory: directory,
            loginPort: options.loginPort,
            consolePort: options.consolePort,
            trust: trust
        )
        let notification = metadata.drawbridge.flatMap { NotificationSetting($0 + "/huawei/association") }
        let upload = await simulation.register(
            metadata.document,
            named: "metadata.xml",
            for: platformID,
            notifying: notification
        )
        guard upload.registration != nil else {
            let reason = upload.refusals.first?.code.message ?? upload.findings.first?.rule.title
            throw CommandFailure(
                .doesNotHold,
                "HUAWEI CLOUD would not import this metadata: \(reason?.en ?? "see drawbridge metadata lint")",
                "华为云不会导入该元数据：\(reason?.zh ?? "见 drawbridge metadata lint")"
            )
        }
        let own = try SimulatedHuaweiCloud.metadata(login: simulation.loginOrigin, key: simulation.keys.current)
            .document()
        try AtomicFile.write(own, to: directory + "/sp-metadata.xml", mode: .everybody, replacing: true)
        return simulation
    }

    private var ownBSS: SimulationBSS { SimulationBSS(directory: directory, port: options.bssPort) }

    // A Drawbridge of this machine that is configured to call a simulated BSS; no other could.
    private func bss(
        _ simulation: SimulatedHuaweiCloud,
        _ platformID: PlatformID
    ) throws -> (side: BSSSide, host: BSSHost)? {
        guard let path = options.config else { return nil }
        let configuration = try Configuration.load(path)
        guard configuration.huawei?.site.isSimulation == true else { return nil }
        // Made in any case: the configuration has to name one of the files.
        let partners = try ownBSS.callers.partners(of: platformID)
        guard configuration.bssEndpoint != nil,
            BSSCredentialsFile.areKnown(configured: configuration.bssCredentialsFile)
        else { return nil }
        let host = BSSHost(simulation, partners: partners)
        return (BSSSide(ownBSS.origin, host, ownBSS.callers, configuration: path), host)
    }

    private var customer: ScenarioCustomer? {
        guard let user = options.user ?? options.account ?? options.loginUser else { return nil }
        return ScenarioCustomer(
            user: user,
            account: options.account ?? user,
            accountName: "customer-of-harness",
            email: "customer@example.cn",
            mobile: "13800138000"
        )
    }

    // Beside the installation, so that its checklist finds the run.
    private func runDirectory() throws -> String {
        guard let config = options.config else { return directory }
        return try Configuration.load(config).directory
    }
}
