import HuaweiCloud
import SAML
import XMLSecurity

/// The Response is judged as a strict SP does, by every rule of HUAWEI CLOUD, and for what it says.
enum CheckResponse: ScenarioAction {
    static let name = "check-response"
    static let title = Bilingual("The Response holds by every rule of HUAWEI CLOUD", "Response 符合华为云全部规则")
    static let parameters: Set<String> = []
    static let expectations: Set = ["attribute.", "authn-context", "name-id-format", "finding"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard case .response(let form, let xml, _) = play.answer, let request = play.request else {
            throw StepFailure("There is no Response yet", "尚无 Response")
        }
        let findings = try play.lint(xml, form, answering: request)
        let wanted = step.expected["finding"]
        if let wanted {
            guard findings.contains(where: { $0.rule.id == wanted }) else {
                throw StepFailure("\(wanted) is not found", "没有发现 \(wanted)")
            }
        } else {
            // What breaks a rule on purpose is no evidence for any.
            play.findings.append(findings)
        }
        let errors = findings.filter { $0.level == .error && $0.rule.id != wanted }
        guard errors.isEmpty else { throw StepFailure(errors, in: xml) }
        let validated: ValidatedResponse
        switch try play.judge(xml, answering: request.id) {
        case .success(let value): validated = value
        case .failure(let refusal): throw StepFailure(refusal, in: xml)
        }
        play.validated = validated
        try compare(validated.assertion, step, xml)
        return facts(validated, findings)
    }

    private static func compare(_ assertion: Assertion, _ step: StepInput, _ xml: [UInt8]) throws {
        for (name, wanted) in step.expected(under: "attribute.") {
            let values = assertion.attributes.first { $0.name == name }?.values
            let found = values?.joined(separator: "|")
            let holds =
                switch wanted {
                case "absent": found == nil
                case "present": found?.isEmpty == false
                default: found == wanted
                }
            guard !holds else { continue }
            throw StepFailure(
                "The attribute \(name) is \(found ?? "absent"), not \(wanted)",
                "属性 \(name) 为 \(found ?? "无")，应为 \(wanted)",
                code: "huawei.message.attribute-names",
                message: MarkedMessage.text(of: xml, marking: [])
            )
        }
        if let wanted = step.expected["authn-context"] {
            let reference = assertion.authnStatements.first?.authnContextClassRef
            let found = reference?.split(separator: ":").last.map(String.init)
            try Expect.equal("AuthnContextClassRef", found, wanted)
        }
        if let wanted = step.expected["name-id-format"] {
            try Expect.equal(
                "NameID Format",
                assertion.subject?.nameID?.format?.split(separator: ":").last.map(String.init),
                wanted
            )
        }
    }

    private static func facts(_ validated: ValidatedResponse, _ findings: [LintFinding]) -> [StepFact] {
        let attributes = validated.assertion.attributes.map { "\($0.name)=\($0.values.joined(separator: "|"))" }
        let warnings = findings.filter { $0.level == .warning }.map(\.rule.id)
        return [
            StepFact("assertion", "断言", validated.assertion.id),
            StepFact("signed with", "签名算法", validated.signature.signatureAlgorithm.rawValue),
            StepFact("attributes", "属性", attributes.joined(separator: ", ")),
        ] + warnings.map { StepFact("warning", "警告", $0) }
    }
}
