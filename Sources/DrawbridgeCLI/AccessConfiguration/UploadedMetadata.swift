import ArgumentParser
import IdentityProvider
import SAML
import XMLSecurity

/// A file of our metadata, read as an importer reads it.
struct UploadedMetadata {
    let certificates: [Certificate]
    let sha256: String

    /// Reads a file that must be metadata of ours; what is wrong with it is printed.
    init(path: String, _ workspace: Workspace, at now: Instant) throws {
        let document: MetadataDocument
        do {
            document = try MetadataDocument(InputFile.read(path), at: now)
        } catch let refusal as Refusal {
            Terminal.print(refusal)
            throw ExitCode(CommandFailure.Status.unusable.rawValue)
        }
        let entityID = workspace.configuration.entityID
        let entity = document.entities.first { $0.entityID == entityID }
        guard let certificates = entity?.idpSSODescriptor?.signingCertificates, !certificates.isEmpty else {
            throw CommandFailure(
                .unusable,
                "\(path) is not the metadata of \(entityID); give the file that was uploaded.",
                "\(path) 不是 \(entityID) 的元数据，请指定已上传的文件。"
            )
        }
        self.certificates = certificates
        sha256 = Hexadecimal.encode(document.sha256)
    }

    func record(by person: String, at now: Instant) -> MetadataUpload {
        MetadataUpload(sha256: sha256, fingerprints: certificates.map(\.fingerprint), at: now, person: person)
    }
}
