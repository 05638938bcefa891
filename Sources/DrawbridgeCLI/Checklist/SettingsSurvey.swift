import Logging
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// What the configuration says that is fit for joint debugging alone.
struct SettingsSurvey {
    private let workspace: Workspace
    private let now: Instant

    init(_ workspace: Workspace, at now: Instant) {
        self.workspace = workspace
        self.now = now
    }

    func look() throws -> SettingsEvidence {
        let configuration = workspace.configuration
        let portals = try workspace.portalDirectory.entries()
        let simulated = try workspace.metadataDirectory.serviceProviders(at: now).entries.filter { entry in
            entry.entity.spSSODescriptor?.isOfSimulation == true
        }
        return SettingsEvidence(
            hasTestDirectory: configuration.testDirectory != nil,
            logLevel: configuration.logLevel.rawValue,
            sharedSecretPortals: portals.filter { $0.algorithm == TokenAlgorithm.hs256.rawValue }.map(\.name),
            portals: portals.map(\.name),
            simulatedProviders: simulated.map(\.entity.entityID),
            hasTLS: configuration.tls != nil || !configuration.proxies.isEmpty
        )
    }
}
