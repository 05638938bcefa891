import SAML
import XMLSecurity

/// The browser posts the Response to HUAWEI CLOUD, and goes where it is sent.
enum PostResponse: ScenarioAction {
    static let name = "post-response"
    static let title = Bilingual("HUAWEI CLOUD takes the Response", "华为云接受 Response")
    static let parameters: Set = ["change", "relay-state"]
    static let expectations: Set = ["refused", "lands", "service", "page"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard case .response(let form, let xml, _) = play.answer else {
            throw StepFailure("There is no Response yet", "尚无 Response")
        }
        let changed = try changed(xml, step["change"], play)
        let fields = form.fields.map { name, value in
            switch name {
            case "SAMLResponse": (name, Base64.encode(changed))
            case "RelayState": (name, step["relay-state"] ?? value)
            default: (name, value)
            }
        }
        let issuer = try play.stage.registration().identityProvider.entityID
        let page = play.stage.identityProvider.drawbridge ?? issuer
        let answer = try await play.submit(fields, to: form.action, from: page)
        play.page = answer
        if let code = step.expected["refused"] {
            guard answer.status >= 400, answer.text.contains(code) else {
                throw StepFailure(answer, wanted: Bilingual("a refusal with \(code)", "以 \(code) 拒绝"))
            }
            return [StepFact("refused", "已拒绝", code)]
        }
        return try await land(answer, step, &play)
    }

    private static func land(
        _ answer: WebExchange,
        _ step: StepInput,
        _ play: inout Play
    ) async throws -> [StepFact] {
        if let text = step.expected["page"] { return try Expect.page(answer, holds: text) }
        guard let next = answer.redirect else {
            throw StepFailure(answer, wanted: Bilingual("a redirect into the console", "重定向到控制台"))
        }
        let page = try await play.open(next, from: play.stage.simulation.entityID)
        play.page = page
        let isBinding = next.hasPrefix(play.stage.simulation.loginOrigin)
        let wanted = try Expect.choice("lands", of: ["console", "binding"], step) ?? "console"
        guard page.status == 200, isBinding == (wanted == "binding") else {
            throw StepFailure(page, wanted: Bilingual("the \(wanted) page", "\(wanted) 页面"))
        }
        if let service = step.expected["service"], !next.hasPrefix(service) {
            throw StepFailure("The customer lands on \(next), not \(service)", "客户到达 \(next)，应为 \(service)")
        }
        return [StepFact("landed on", "到达页面", next)]
    }

    private static func changed(_ xml: [UInt8], _ change: String?, _ play: Play) throws -> [UInt8] {
        let text = String(decoding: xml, as: UTF8.self)
        switch change {
        case nil: return xml
        case "account":
            return Array(text.replacing(">\(play.customer.account)<", with: ">\(play.customer.account)x<").utf8)
        case "no-signature": return try withoutSignatures(text)
        case let other?: throw StepFailure("There is no change '\(other)'", "没有名为“\(other)”的改动")
        }
    }

    // Every one, whatever its prefix: some identity providers sign the Response, too.
    private static func withoutSignatures(_ text: String) throws -> [UInt8] {
        let signature = /<([A-Za-z_][\w.\-]*:)?Signature[\s>].*?<\/([A-Za-z_][\w.\-]*:)?Signature>/.dotMatchesNewlines()
        let stripped = text.replacing(signature, with: "")
        guard stripped != text else {
            throw StepFailure("The Response carries no ds:Signature", "Response 中没有 ds:Signature")
        }
        return Array(stripped.utf8)
    }
}
