import SAML
import XMLSecurity

// Comments, CDATA and instructions, which canonicalisation drops and readers stumble over.
extension Attack {
    private static let truncation = """
        CVE-2017-11427 to 11430, CVE-2018-0489, CVE-2018-5387, CVE-2025-54369, CVE-2025-54419
        """
    private static let tail = AttackMaterial.honestSubject.dropFirst(AttackMaterial.forgedSubject.count)

    static let textTricks: [Attack] = [
        harmless(18, "comment-in-name-id", "A comment in the name", "名称中插入注释", truncation) {
            try split($0, by: "<!---->")
        },
        harmless(18, "cdata-in-name-id", "A CDATA section in the name", "名称中插入 CDATA", truncation) {
            try replaced($0, tail: "<![CDATA[\(tail)]]>")
        },
        harmless(18, "comment-in-attribute", "A comment in an attribute's value", "属性值中插入注释", truncation) {
            var surgery = Surgery(try $0.response().document($0.signer))
            try surgery.replace(">account-1<", with: ">account<!-- -->-1<")
            return surgery.octets
        },
        response(
            18,
            "instruction-in-name-id",
            "A processing instruction in the name",
            "名称中插入处理指令",
            truncation,
            [.schema]
        ) {
            try split($0, by: "<?x?>")
        },
        response(
            19,
            "comment-in-digest",
            "A forged digest in a comment in DigestValue",
            "DigestValue 注释中放伪造摘要",
            "CVE-2025-29775",
            [.structure]
        ) {
            let parts = try $0.parts()
            let evil = try parts.evil(id: HonestResponse.assertionID)
            let forged = Base64.encode(Digest.sha256(Array(evil.utf8)))
            let signature = try Surgery.edited(parts.signature) {
                try $0.insert("<!--\(forged)-->", after: "<ds:DigestValue>")
            }
            return try parts.with(Parts.signed(evil, signature)).octets
        },
        response(
            19,
            "comment-in-signed-info",
            "A comment in SignedInfo",
            "SignedInfo 中插入注释",
            "CVE-2025-29775",
            [.structure]
        ) {
            var surgery = Surgery(try $0.response().document($0.signer))
            try surgery.insert("<!-- -->", after: "<ds:SignedInfo>")
            return surgery.octets
        },
    ]

    private static func split(_ material: AttackMaterial, by trick: String) throws -> [UInt8] {
        try replaced(material, tail: trick + tail)
    }

    private static func replaced(_ material: AttackMaterial, tail: String) throws -> [UInt8] {
        var surgery = Surgery(try material.response().document(material.signer))
        try surgery.replace(
            ">\(AttackMaterial.honestSubject)<",
            with: ">\(AttackMaterial.forgedSubject)\(tail)<"
        )
        return surgery.octets
    }
}
