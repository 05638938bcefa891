import SAML
import XMLSecurity

/// HUAWEI CLOUD changes its key, a step at a time.
enum RollOver: ScenarioAction {
    static let name = "roll-over"
    static let title = Bilingual("HUAWEI CLOUD changes its key", "华为云更换密钥")
    static let parameters: Set = ["step", "save-metadata"]
    static let expectations: Set<String> = []

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let keys = play.stage.simulation.keys
        guard let next = step["step"].flatMap(ServiceProviderKeys.Step.init) else {
            let choice = ServiceProviderKeys.Step.choice
            throw StepFailure(choice.en, choice.zh)
        }
        try keys.take(next)
        if let path = step["save-metadata"] { try await save(path, &play) }
        let fingerprints = keys.certificates.map { "\($0.fingerprint.prefix(16))…" }
        return [StepFact("certificates", "证书", fingerprints.joined(separator: ", "))]
    }

    private static func save(_ path: String, _ play: inout Play) async throws {
        let answer = try await play.open(play.stage.simulation.loginOrigin + "/authui/saml/metadata.xml")
        guard answer.status == 200 else { throw StepFailure(answer, wanted: Bilingual("metadata", "元数据")) }
        try AtomicFile.write(answer.body, to: path, mode: .everybody, replacing: true)
    }
}
