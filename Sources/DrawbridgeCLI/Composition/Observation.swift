import IdentityProvider
import Storage

/// What a running service compares twice a second: when it differs, everything that is served is loaded anew.
struct Observation: Equatable, Sendable {
    private let keys: [KeyRecord]
    private let ids: PartnerCenterIDs
    private let files: [FileStamp]

    /// Looks.
    init(_ workspace: Workspace) async throws {
        let configuration = workspace.configuration
        keys = try await workspace.keyStore.keys()
        ids = try await workspace.idStore.ids()
        files = FileStamp.all(
            of: [configuration.passphraseFile] + (configuration.tls.map { [$0.chain, $0.key] } ?? [])
                + (configuration.testDirectory.map { [$0.file] } ?? []),
            in: [
                configuration.certificates, configuration.certificates + "/private", configuration.metadata + "/sp",
                configuration.portals,
            ]
        )
    }
}
