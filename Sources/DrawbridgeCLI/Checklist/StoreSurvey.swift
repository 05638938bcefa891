import Foundation
import IdentityProvider
import Onboarding
import Storage
import XMLSecurity

/// The store: whole, writable, with room, and saved.
struct StoreSurvey {
    private let workspace: Workspace

    init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    func look() async throws -> StoreEvidence {
        let path = workspace.configuration.store
        let report = try StoreFile.check(path, key: workspace.sealingKey())
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        let attributes = try FileManager.default.attributesOfFileSystem(forPath: folder)
        return StoreEvidence(
            damage: report.damage,
            brokenChains: report.chains.compactMap { chain, verdict in
                if case .intact = verdict { nil } else { chain.rawValue }
            }.sorted(),
            free: (attributes[.systemFreeSize] as? NSNumber)?.int64Value ?? 0,
            isWritable: FileManager.default.isWritableFile(atPath: path)
                && FileManager.default.isWritableFile(atPath: folder),
            backup: try await backup(),
            backupDays: workspace.configuration.checklist.backup
        )
    }

    // `store backup` writes it to the trail when the saved file was verified.
    private func backup() async throws -> Instant? {
        var query = AuditQuery()
        query.kind = .store
        return try await workspace.archive.records(query).first { record in
            guard case .event(let entry) = record.content else { return false }
            return entry.action == "backed up"
        }?.at
    }
}
