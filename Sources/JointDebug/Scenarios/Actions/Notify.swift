import HuaweiCloud
import SAML
import XMLSecurity

/// An association notification is sent to the identity provider, as HUAWEI CLOUD sends it or wrongly.
enum Notify: ScenarioAction {
    static let name = "notify"
    static let title = Bilingual("An association notification arrives", "关联结果通知到达")
    static let parameters: Set = [
        "action", "user", "domain", "domain-id", "sign", "again", "json", "over", "upper-cased", "by", "remove",
        "change",
    ]
    static let expectations: Set = ["refused", "status", "page"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard let address = play.stage.identityProvider.notification else {
            throw StepFailure("No notification address is known", "未知通知地址")
        }
        if !step.isOn("again") || play.notification == nil { play.notification = try await notification(step, play) }
        guard let notification = play.notification else { return [] }
        let fields = fields(notification, step)
        let origin = play.stage.simulation.entityID
        let answer: WebExchange
        if step["by"] == "get" {
            let query = fields.map { $0.0 + "=" + PercentEncoding.encode($0.1, .lower) }.joined(separator: "&")
            answer = try await play.open(address + "?" + query, from: origin)
        } else {
            answer = try await play.submit(fields, to: address, from: origin)
        }
        if step.expected["refused"] != nil { return try Expect.refused(answer, step, play) }
        if let text = step.expected["page"] { return try Expect.page(answer, holds: text) }
        let isFitting = step.expected["status"].map { String(answer.status) == $0 } ?? (answer.status < 400)
        guard isFitting else {
            throw StepFailure(answer, wanted: Bilingual("the notification taken", "受理通知"))
        }
        return [StepFact("answer", "应答", String(answer.status))]
    }

    private static func notification(_ step: StepInput, _ play: Play) async throws -> SimulatedNotification {
        let own = play.stage.simulation.keys.current
        let key = step["sign"] == "stranger" ? play.stage.strangerKey : own
        let over: SignedOver = step["over"] == "decoded-json" ? .decodedJSON : .base64Text
        if let json = step["json"] {
            return try SimulatedNotification(json: Array(json.utf8), signedBy: key, over: over)
        }
        let message = AssociationMessage(
            xUserID: step["user"] ?? play.customer.user,
            domainName: step["domain"] ?? play.customer.accountName,
            domainID: step["domain-id"] ?? "domain-of-\(play.customer.account)",
            action: step["action"] == "unbind" ? .unbind : .bind
        )
        return try SimulatedNotification(message, signedBy: key, over: over)
    }

    private static func fields(_ notification: SimulatedNotification, _ step: StepInput) -> [(String, String)] {
        let sent = [
            ("bindRequest", notification.bindRequest), ("SigAlg", notification.sigAlg),
            ("Signature", notification.signature),
        ]
        return sent.filter { $0.0 != step["remove"] }.map { name, value in
            switch name {
            case _ where step.isOn("upper-cased"): (name, value.uppercased())
            case step["change"]: (name, "QUJD" + value)
            case "SigAlg" where step["sign"] == "upper-cased-sigalg": (name, value.uppercased())
            default: (name, value)
            }
        }
    }
}
