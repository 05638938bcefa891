import Foundation
import SAML
import XMLSecurity

/// A metadata file is uploaded in Partner Center.
enum UploadMetadata: ScenarioAction {
    static let name = "upload-metadata"
    static let title = Bilingual("The metadata is uploaded", "上传元数据")
    static let parameters: Set = ["file"]
    static let expectations: Set<String> = []

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let document = try Array(Data(contentsOf: URL(fileURLWithPath: step["file"] ?? "")))
        let upload = await play.stage.simulation.register(
            document,
            named: "IDP Metadata.xml",
            for: play.stage.platformID
        )
        guard upload.registration != nil else {
            guard let refusal = upload.refusals.first else { throw StepFailure("It was not taken", "未被接受") }
            throw StepFailure(refusal, in: document)
        }
        let fingerprint = upload.registration?.certificate.fingerprint.prefix(16) ?? "-"
        return [StepFact("certificate", "证书", "SHA-256 \(fingerprint)…")]
    }
}
