import Foundation
import HuaweiCloud
import IdentityProvider
import SAML
import Server
import Storage
import XMLSecurity

/// Everything that the sheet is made of, read once.
struct AccessFacts {
    let configuration: Configuration
    let huawei: HuaweiPreset
    let ids: PartnerCenterIDs
    let keys: [KeyRecord]
    let uploads: [MetadataUpload]
    let file: AccessSheet.File?
    let hasServiceProvider: Bool
    let now: Instant

    init(_ workspace: Workspace) async throws {
        configuration = workspace.configuration
        now = workspace.clock.now
        ids = try await workspace.idStore.ids()
        huawei = try Workspace.complete(workspace.requireHuawei(), with: ids)
        keys = try await workspace.keyStore.keys()
        uploads = try await workspace.uploadStore.uploads()
        hasServiceProvider =
            try huawei.serviceProvider.map { try workspace.federation().serviceProvider($0) != nil } ?? false
        file = try Self.file(workspace, keys, at: now)
    }

    private static func file(
        _ workspace: Workspace,
        _ keys: [KeyRecord],
        at now: Instant
    ) throws -> AccessSheet.File? {
        let path = workspace.metadataDirectory.identityProviderPath
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let metadata = try UploadedMetadata(path: path, workspace, at: now)
        return AccessSheet.File(
            path: path,
            size: try InputFile.read(path).count,
            sha256: metadata.sha256,
            keys: metadata.certificates.map { certificate in
                key(certificate.fingerprint, keys, end: certificate.notAfter)
            }
        )
    }

    static func key(_ fingerprint: String, _ keys: [KeyRecord], end: Instant? = nil) -> AccessSheet.Key {
        let name = keys.first { $0.fingerprint == fingerprint }?.name
        return AccessSheet.Key(name: name, fingerprint: fingerprint, end: end)
    }
}
