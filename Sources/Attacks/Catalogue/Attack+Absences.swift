import SAML
import XMLSecurity

// Honestly signed, with a part missing that careless readers unwrap.
extension Attack {
    private static let panics = "GO-2026-6909, python3-saml no_* files"

    static let absences: [Attack] = [
        without("conditions", "No Conditions", "缺 Conditions", [.audience], "saml:Conditions"),
        without("subject", "No Subject", "缺 Subject", [.schema], "saml:Subject"),
        without("name-id", "No NameID", "缺 NameID", [.schema], "saml:NameID"),
        without(
            "confirmation",
            "No SubjectConfirmation",
            "缺 SubjectConfirmation",
            [.subject],
            "saml:SubjectConfirmation"
        ),
        without(
            "confirmation-data",
            "No SubjectConfirmationData",
            "缺 SubjectConfirmationData",
            [.recipient],
            "saml:SubjectConfirmationData"
        ),
        without("authn-statement", "No AuthnStatement", "缺 AuthnStatement", [.structure], "saml:AuthnStatement"),
        without("authn-context", "No AuthnContext", "缺 AuthnContext", [.schema], "saml:AuthnContext"),
        without("audience", "No AudienceRestriction", "缺 AudienceRestriction", [.audience], "saml:AudienceRestriction"),
        resigned(60, "empty-name-id", "An empty NameID", "空 NameID", panics, [.schema]) {
            try $0.replace(">\(AttackMaterial.honestSubject)<", with: "><")
        },
        resigned(60, "empty-audience", "An empty Audience", "空 Audience", panics, [.audience]) {
            let audience = try $0.element("saml:Audience")
            try $0.replace(audience, with: "<saml:Audience></saml:Audience>")
        },
        resigned(60, "empty-attribute-name", "An attribute without a name", "属性无名称", panics, [.schema]) {
            try $0.replace(" Name=\"xAccountId\"", with: "")
        },
        resigned(60, "no-version", "No Version", "缺 Version", panics, [.schema]) {
            try $0.replace(" Version=\"2.0\"", with: "")
        },
        resigned(60, "no-end", "A confirmation without end", "主体确认无截止时间", panics, [.time]) {
            let tag = try $0.startTag("saml:SubjectConfirmationData")
            guard let end = tag.firstRange(of: " Recipient="), let start = tag.firstRange(of: " NotOnOrAfter=") else {
                throw AttackNotApplicable(reason: "no NotOnOrAfter")
            }
            try $0.replace(tag, with: String(tag[..<start.lowerBound] + tag[end.lowerBound...]))
        },
        response(60, "no-assertion", "No assertion at all", "没有断言", panics, [.structure]) {
            let parts = try $0.parts()
            return try parts.with("").octets
        },
        response(60, "no-status", "No Status", "缺 Status", panics, [.schema]) {
            var surgery = Surgery(try $0.response().document($0.signer))
            _ = try surgery.cut("samlp:Status")
            return surgery.octets
        },
        response(60, "empty-document", "Nothing", "空文档", panics, [.schema]) { _ in [] },
        response(60, "other-root", "A request in the place of a response", "以请求冒充响应", panics, [.structure]) {
            try $0.request().signed(by: $0.signer)
        },
    ]

    private static func without(
        _ id: String,
        _ en: String,
        _ zh: String,
        _ expected: Set<RefusalClass>,
        _ element: String
    ) -> Attack {
        resigned(60, "no-" + id, en, zh, panics, expected) { _ = try $0.cut(element) }
    }
}
