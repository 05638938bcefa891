import Onboarding
import SAML
import XMLSecurity

/// What `manifest.json` says: the run, every other file, and who signs.
struct BundleManifest: Codable, Hashable, Sendable {
    static let schema = "drawbridge.evidence-bundle.v1"

    /// The run.
    struct Run: Codable, Hashable, Sendable {
        let number: Int64?
        let stage: String
        let at: String
        let by: String
        let version: String
        let configuration: String
        let metadata: String?
        let huaweiMetadata: String?
        let environment: String?
    }

    /// A file.
    struct File: Codable, Hashable, Sendable {
        let path: String
        let size: Int
        let sha256: String

        init(_ entry: TapeArchive.Entry) {
            path = entry.path
            size = entry.content.count
            sha256 = Hexadecimal.encode(Digest.sha256(entry.content))
        }
    }

    let schema: String
    let madeAt: String
    let run: Run
    let signedBy: String
    let files: [File]

    init(_ run: ChecklistRun, number: Int64?, madeAt: Instant, signedBy: Certificate, files: [TapeArchive.Entry]) {
        schema = Self.schema
        self.madeAt = madeAt.xsDateTime
        self.run = Run(
            number: number,
            stage: run.stage.rawValue,
            at: run.at.xsDateTime,
            by: run.person,
            version: run.surrounding.version,
            configuration: run.surrounding.configuration,
            metadata: run.surrounding.metadata,
            huaweiMetadata: run.surrounding.huaweiMetadata,
            environment: run.surrounding.environment
        )
        self.signedBy = signedBy.fingerprint
        self.files = files.map(File.init)
    }
}
