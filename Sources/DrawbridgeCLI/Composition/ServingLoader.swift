import Dispatch
import IdentityProvider
import JointDebug
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// Reads the keys of the store's records, the SPs, the portals and the test users, and makes of them what is served; nothing is served
/// with a file that fails.
struct ServingLoader: Sendable {
    private let workspace: Workspace
    private let shelf = PortalKeyShelf()

    init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    /// Everything anew.
    func load() async throws -> Serving {
        let records = try await workspace.keyStore.keys()
        let settings = try await workspace.settings()
        let stage = try await SQLiteStageStore(workspace.database).stage()
        let portals = try await PortalDirectory(path: workspace.configuration.portals, shelf: shelf).portals()
        // Opening an encrypted key takes a tenth of a second: on a thread of its own, not where requests run.
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try make(settings, records, portals, stage) })
            }
        }
    }

    private func make(
        _ settings: Settings,
        _ records: [KeyRecord],
        _ portals: [Portal],
        _ stage: Stage
    ) throws -> Serving {
        let listing = try workspace.metadataDirectory.serviceProviders(at: workspace.clock.now)
        let identityProvider = try workspace.identityProvider(
            settings,
            workspace.federation(of: listing),
            workspace.activeKey(among: records)
        )
        try SelfTest.run(with: identityProvider.signingKey)
        try Self.requireRealKeys(identityProvider, stage: stage)
        let published = try Workspace.published(records)
        let certificates = try published.map { try workspace.keyDirectory.certificate($0.name) }
        return Serving(
            identityProvider: identityProvider,
            metadata: try workspace.metadata(with: certificates).document(),
            keys: zip(published, certificates).map { Serving.PublishedKey(name: $0.name, end: $1.notAfter) },
            portals: portals,
            leftOut: listing.ended,
            certificate: try workspace.configuration.tls?.certificate(),
            testDirectory: stage == .live ? nil : try workspace.testDirectory()
        )
    }

    // Design 4.10: simulation never passes for real.
    private static func requireRealKeys(_ identityProvider: IdentityProvider, stage: Stage) throws {
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
