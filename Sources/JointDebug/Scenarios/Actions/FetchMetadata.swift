import HuaweiCloud
import SAML
import XMLSecurity

/// The identity provider's metadata is fetched and judged as HUAWEI CLOUD's importer does.
enum FetchMetadata: ScenarioAction {
    static let name = "fetch-metadata"
    static let title = Bilingual("The metadata is fetched and judged", "获取并检查元数据")
    static let parameters: Set = ["upload"]
    static let expectations: Set = ["certificates", "first-certificate", "findings", "content-type"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard let url = play.stage.identityProvider.metadataURL else {
            throw StepFailure("The metadata's address is not known", "未知元数据地址")
        }
        let answer = try await play.open(url)
        guard answer.status == 200 else { throw StepFailure(answer, wanted: Bilingual("metadata", "元数据")) }
        if let wanted = step.expected["content-type"] {
            let found = answer.header("content-type")?.prefix { $0 != ";" }
            try Expect.equal("Content-Type", found.map(String.init), wanted)
        }
        let descriptor = try descriptor(answer.body, play)
        if step.isOn("upload") { try await upload(answer.body, play) }
        return try judge(answer.body, descriptor, step, play)
    }

    // On this machine there is no https.
    private static func isReal(_ finding: LintFinding) -> Bool {
        finding.found.flatMap { try? WebAddress($0) }?.isLoopback != true
    }

    private static func upload(_ document: [UInt8], _ play: Play) async throws {
        let upload = await play.stage.simulation.register(
            document,
            named: "IDP Metadata.xml",
            for: play.stage.platformID
        )
        guard upload.registration == nil, let refusal = upload.refusals.first else { return }
        throw StepFailure(refusal, in: document)
    }

    private static func descriptor(_ document: [UInt8], _ play: Play) throws -> EntityDescriptor {
        do {
            let entities = try MetadataDocument(document, at: play.stage.now()).entities
            guard let found = entities.first(where: { $0.idpSSODescriptor != nil }) else {
                throw StepFailure("The metadata has no identity provider", "元数据中没有身份提供商")
            }
            return found
        } catch let refusal as Refusal {
            throw StepFailure(refusal, in: document)
        }
    }

    private static func judge(
        _ document: [UInt8],
        _ descriptor: EntityDescriptor,
        _ step: StepInput,
        _ play: Play
    ) throws -> [StepFact] {
        let certificates = descriptor.idpSSODescriptor?.signingCertificates ?? []
        if let wanted = step.expected["certificates"] {
            try Expect.equal("the number of signing certificates", String(certificates.count), wanted)
        }
        // HUAWEI CLOUD knows the first certificate of what was uploaded, and no other.
        if try Expect.choice("first-certificate", of: ["uploaded"], step) != nil {
            let uploaded = try play.stage.registration().certificate.fingerprint
            try Expect.equal("the first certificate", certificates.first?.fingerprint, uploaded)
        }
        let findings = HuaweiMetadataLinter(at: play.stage.now()).findings(in: document).filter(isReal)
        switch step.expected["findings"] {
        case nil: break
        case "none": if !findings.isEmpty { throw StepFailure(findings, in: document) }
        case let rule?:
            guard findings.contains(where: { $0.rule.id == rule }) else {
                throw StepFailure("\(rule) is not found", "没有发现 \(rule)")
            }
        }
        return [
            StepFact("entityID", "entityID", descriptor.entityID),
            StepFact("certificate", "证书", "SHA-256 \(certificates.first?.fingerprint.prefix(16) ?? "-")…"),
            StepFact("findings", "发现", findings.isEmpty ? "0" : findings.map(\.rule.id).joined(separator: ", ")),
        ]
    }
}
