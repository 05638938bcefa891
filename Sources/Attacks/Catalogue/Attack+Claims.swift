import SAML
import XMLSecurity

// Honestly signed, and not for us: another audience, another address, another request.
extension Attack {
    private static let confusion = "CVE-2026-41577, saml-core 2.5.1.4, saml-profiles 4.1.4.2"
    private static let stolen = "saml-profiles 4.1.5"
    private static let elsewhere = "https://other.example/"

    static let claims: [Attack] = [
        Attack(
            49,
            "replayed-response",
            "The same response twice",
            "同一响应提交两次",
            source: "saml-profiles 4.1.4.5",
            refusedAs: [.replay],
            by: .response
        ) { AttackPayload(try $0.validMessage(.response), deliveries: 2) },
        changed(50, "audience", "An assertion for another SP", "发给其他 SP 的断言", confusion, [.audience]) {
            $0.audience = elsewhere
        },
        changed(50, "audience-slash", "An audience with a slash more", "受众多一个斜杠", confusion, [.audience]) {
            $0.audience += "/"
        },
        changed(50, "recipient", "Another recipient", "其他 Recipient", confusion, [.recipient]) {
            $0.recipient = elsewhere
        },
        changed(50, "destination", "Another Destination", "其他 Destination", confusion, [.destination]) {
            $0.destination = elsewhere
        },
        changed(50, "issuer", "Another issuer", "其他 Issuer", confusion, [.issuer]) {
            $0.issuer = elsewhere
            $0.assertionIssuer = elsewhere
        },
        resigned(
            50,
            "two-restrictions",
            "A second restriction that does not name us",
            "第二个受众限制不含我方",
            confusion,
            [.audience]
        ) {
            try $0.insert(
                "<saml:AudienceRestriction><saml:Audience>\(elsewhere)</saml:Audience></saml:AudienceRestriction>",
                before: "</saml:Conditions>"
            )
        },
        resigned(50, "unknown-condition", "A condition that nobody knows", "未知条件", confusion, [.condition]) {
            try $0.insert("<x:Condition xmlns:x=\"urn:x\"></x:Condition>", before: "</saml:Conditions>")
        },
        resigned(
            50,
            "other-confirmation",
            "A confirmation that is not for bearers",
            "非 bearer 的主体确认",
            confusion,
            [.subject]
        ) {
            try $0.replace("cm:bearer", with: "cm:sender-vouches")
        },
        changed(50, "failed", "A failure with an assertion in it", "失败状态却带断言", confusion, [.status]) {
            $0.status = Status(.responder, .authnFailed)
        },
        changed(52, "unsolicited", "An answer to no request", "未经请求的响应", stolen, [.responseTo]) {
            $0.inResponseTo = nil
            $0.confirmedRequest = nil
        },
        changed(52, "other-session", "An answer to another browser's request", "其他浏览器会话的响应", stolen, [.responseTo]) {
            $0.inResponseTo = "_of-another-browser"
            $0.confirmedRequest = "_of-another-browser"
        },
        changed(
            52,
            "unsolicited-confirmation",
            "Only the confirmation answers nothing",
            "仅主体确认未对应请求",
            stolen,
            [.responseTo]
        ) {
            $0.confirmedRequest = nil
        },
    ]

    static func changed(
        _ number: Int,
        _ id: String,
        _ en: String,
        _ zh: String,
        _ source: String,
        _ expected: Set<RefusalClass>,
        _ change: @escaping @Sendable (inout HonestResponse) -> Void
    ) -> Attack {
        response(number, id, en, zh, source, expected) { try $0.response(change).document($0.signer) }
    }

    static func resigned(
        _ number: Int,
        _ id: String,
        _ en: String,
        _ zh: String,
        _ source: String,
        _ expected: Set<RefusalClass>,
        _ edit: @escaping @Sendable (inout Surgery) throws -> Void
    ) -> Attack {
        response(number, id, en, zh, source, expected) { try $0.resigned(edit) }
    }
}
