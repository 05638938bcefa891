import HuaweiCloud
import SAML

/// Drawbridge's signer signs what HUAWEI CLOUD published the signatures of.
enum CheckSigner: ScenarioAction {
    static let name = "check-signer"
    static let title = Bilingual("The published requests are signed", "对公开样例请求签名")
    static let parameters: Set<String> = []
    static let expectations: Set<String> = []

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        var facts: [StepFact] = []
        for vector in PublishedSignature.all {
            guard let signed = vector.signed(), signed == vector.signature else {
                throw StepFailure(
                    "\(vector.title) is signed otherwise than published",
                    "\(vector.title) 的签名与公开样例不同",
                    code: "bss.signature"
                )
            }
            facts.append(StepFact("signed as published", "与公开样例一致", "\(vector.title): \(signed)"))
        }
        let encoded = SDKEncoding.query(PublishedSignature.parameters)
        guard encoded == PublishedSignature.query else {
            throw StepFailure(
                "The query is encoded as \(encoded)",
                "查询参数编码为 \(encoded)",
                code: "bss.signature"
            )
        }
        return facts + [StepFact("encoded as published", "编码与公开样例一致", encoded)]
    }
}
