import Foundation
import IdentityProvider
import Storage

/// What a running service compares twice a second: when it differs, what is served is loaded anew.
struct Observation: Equatable, Sendable {
    private let keys: [KeyRecord]
    private let ids: PartnerCenterIDs
    private let testUsers: Date?

    /// Looks.
    init(_ workspace: Workspace) async throws {
        keys = try await workspace.keyStore.keys()
        ids = try await workspace.idStore.ids()
        testUsers = workspace.configuration.testDirectory.flatMap { settings in
            try? FileManager.default.attributesOfItem(atPath: settings.file)[.modificationDate] as? Date
        }
    }
}
