import SAML
import XMLSecurity

/// The customer reads the verification code, which is `{code}` from now on.
enum ReadPhone: ScenarioAction {
    static let name = "read-phone"
    static let title = Bilingual("The customer reads the verification code", "客户查看验证码短信")
    static let parameters: Set = ["mobile"]
    static let expectations: Set<String> = []

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard let side = play.stage.bss else { throw StepFailure("No BSS is known", "未知 BSS 地址") }
        let mobile = step["mobile"] ?? play.customer.mobile
        guard let sent = await side.host.sentCodes.first(where: { $0.mobile == mobile }) else {
            throw StepFailure("No code was sent to \(mobile)", "未向 \(mobile) 发送验证码")
        }
        play.names["code"] = sent.code
        return [StepFact("good until", "有效期至", sent.goodUntil.xsDateTime)]
    }
}
