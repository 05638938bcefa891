import Foundation
import HuaweiCloud
import Onboarding
import SAML
import Storage
import XMLSecurity

/// Lints our own metadata and that of HUAWEI CLOUD, as `metadata lint --profile huawei` does.
struct MetadataSurvey {
    private let workspace: Workspace
    private let now: Instant

    init(_ workspace: Workspace, at now: Instant) {
        self.workspace = workspace
        self.now = now
    }

    /// The file that is uploaded; while there is none, what the service would serve.
    func own() async throws -> MetadataEvidence {
        let path = workspace.metadataDirectory.identityProviderPath
        let key = try await workspace.activeKey()
        let isThere = FileManager.default.fileExists(atPath: path)
        let bytes = try await document()
        let linter = HuaweiMetadataLinter(
            at: now,
            fileName: URL(filePath: path).lastPathComponent,
            issuer: workspace.configuration.entityID,
            signingKey: key.certificate.publicKey
        )
        return MetadataEvidence(
            path: isThere ? path : "/saml/metadata",
            sha256: Hexadecimal.encode(Digest.sha256(bytes)),
            findings: linter.findings(in: bytes)
        )
    }

    /// The octets of that file.
    func document() async throws -> [UInt8] {
        let path = workspace.metadataDirectory.identityProviderPath
        let isThere = FileManager.default.fileExists(atPath: path)
        return isThere ? try InputFile.read(path) : try await workspace.metadata().document()
    }

    /// The metadata of the SP that the configuration names.
    func huawei() throws -> MetadataEvidence {
        let (path, bytes) = try huaweiDocument()
        return MetadataEvidence(
            path: path,
            sha256: Hexadecimal.encode(Digest.sha256(bytes)),
            findings: HuaweiMetadataLinter(at: now).findings(in: bytes)
        )
    }

    /// The file of that metadata, with its octets.
    func huaweiDocument() throws -> (path: String, bytes: [UInt8]) {
        let entityID = try workspace.requireHuawei().serviceProvider
        let entries = try workspace.metadataDirectory.serviceProviders(at: now).entries
        guard let entry = entries.first(where: { $0.entity.entityID == entityID }) else {
            throw CommandFailure(
                .unusable,
                "HUAWEI CLOUD's metadata is not imported; run: drawbridge sp import FILE --name huawei",
                "尚未导入华为云元数据，请执行：drawbridge sp import 文件 --name huawei"
            )
        }
        let path = workspace.metadataDirectory.serviceProviderPath(entry.name)
        return (path, try InputFile.read(path))
    }
}
