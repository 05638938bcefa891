import SAML
import XMLSecurity

// Honestly signed, and too late or too early by as little as a second.
extension Attack {
    private static let time = "CVE-2026-1190"
    private static let skew = ResponseExpectations.usualSkew

    static let times: [Attack] = [
        changed(51, "confirmation-over", "A confirmation that is over, at the skew", "主体确认恰在容差处过期", time, [.time]) {
            $0.confirmationEnd = -skew
        },
        changed(51, "confirmation-long-over", "A confirmation that is over since yesterday", "主体确认昨日已过期", time, [.time])
        {
            $0.confirmationEnd = -86_400
        },
        changed(51, "conditions-over", "Conditions that are over, at the skew", "条件恰在容差处过期", time, [.time]) {
            $0.conditionsStart = -2 * skew
            $0.conditionsEnd = -skew
        },
        changed(51, "conditions-early", "Conditions that begin a second behind the skew", "条件在容差后一秒才生效", time, [.time])
        {
            $0.conditionsStart = skew + 1
        },
        changed(51, "authenticated-in-future", "A sign-in a second behind the skew", "登录时间在容差后一秒", time, [.time]) {
            $0.authnInstant = skew + 1
        },
        changed(51, "session-over", "A session that is over", "会话已结束", time, [.time]) { $0.sessionEnd = -skew },
        resigned(51, "confirmation-not-before", "A confirmation with NotBefore", "主体确认带 NotBefore", time, [.subject]) {
            let tag = try $0.startTag("saml:SubjectConfirmationData")
            let late = " NotBefore=\"2000-01-01T00:00:00Z\" NotOnOrAfter="
            try $0.replace(tag, with: tag.replacing(" NotOnOrAfter=", with: late))
        },
        resigned(51, "local-time", "A time without zone", "不带时区的时间", time, [.schema]) {
            let tag = try $0.startTag("saml:Conditions")
            try $0.replace(tag, with: tag.replacing("Z\"", with: "\""))
        },
    ]

    /// The other side of each boundary: one second earlier all of these are taken.
    static let boundaries: [Attack] = [
        within("confirmation-within", "A confirmation that ends a second before the skew does", "主体确认距容差尚有一秒") {
            $0.confirmationEnd = 1 - skew
        },
        within("conditions-within", "Conditions that end a second before the skew does", "条件距容差尚有一秒") {
            $0.conditionsStart = -skew
            $0.conditionsEnd = 1 - skew
        },
        within("conditions-begin", "Conditions that begin at the skew", "条件恰在容差处生效") { $0.conditionsStart = skew },
        within("authenticated-within", "A sign-in at the skew", "登录时间恰在容差处") { $0.authnInstant = skew },
    ]

    private static func within(
        _ id: String,
        _ en: String,
        _ zh: String,
        _ change: @escaping @Sendable (inout HonestResponse) -> Void
    ) -> Attack {
        harmless(51, id, en, zh, time) { try $0.response(change).document($0.signer) }
    }
}
