import SAML
import XMLSecurity

// Canonicalisation that fails, and names that only look alike.
extension Attack {
    private static let lock = """
        CVE-2025-66568, CVE-2025-66475, CVE-2026-79772 (The Fragile Lock)
        """
    private static let confusion = "CVE-2025-66567, CVE-2025-25292, GO-2026-6909"

    static let namespaces: [Attack] = [
        response(
            20,
            "void-inside",
            "A relative namespace makes the canonical form empty",
            "相对命名空间使规范形式为空",
            lock,
            [.signature]
        ) {
            try void($0, in: "<saml:Subject>", with: "<saml:Subject xmlns:x=\"1\">")
        },
        response(20, "void-ancestor", "The same at the response", "同上，位于响应元素", lock, [.signature]) {
            try void($0, in: "<samlp:Response ", with: "<samlp:Response xmlns:x=\"1\" ")
        },
        response(
            21,
            "golden-metadata",
            "The signature of the partner's metadata on a forged assertion",
            "把伙伴元数据的签名嫁接到伪造断言",
            lock,
            [.reference]
        ) {
            let parts = try $0.parts()
            var metadata = Surgery(try $0.signedMetadata())
            let signature = try metadata.cut("ds:Signature")
            let entity = try metadata.element("md:EntityDescriptor")
            var surgery = try parts.with(Parts.signed(parts.evil(), signature))
            try surgery.insert("<samlp:Extensions>\(entity)</samlp:Extensions>", before: "<samlp:Status>")
            return surgery.octets
        },
        harmless(22, "foreign-assertion", "A forged assertion of another namespace", "其他命名空间中的伪造断言", confusion) {
            let parts = try $0.parts()
            let evil = try Surgery.edited(parts.evil()) {
                try $0.replace("<saml:Assertion ", with: "<x:Assertion xmlns:x=\"urn:attacker\" ")
                try $0.replace("</saml:Assertion>", with: "</x:Assertion>")
            }
            return try parts.with(evil + parts.assertion).octets
        },
        harmless(22, "protocol-assertion", "A forged assertion of the protocol's namespace", "协议命名空间中的伪造断言", confusion)
        {
            let parts = try $0.parts()
            let evil = try Surgery.edited(parts.evil()) {
                try $0.replace("<saml:Assertion ", with: "<samlp:Assertion ")
                try $0.replace("</saml:Assertion>", with: "</samlp:Assertion>")
            }
            return try parts.with(evil + parts.assertion).octets
        },
        response(
            22,
            "qualified-id",
            "The ID in another namespace, on an element that stands first",
            "首个元素带其他命名空间的 ID",
            confusion,
            [.reference]
        ) {
            var surgery = Surgery(try $0.response().document($0.signer))
            try surgery.insert(
                "<samlp:Extensions><x:a xmlns:x=\"urn:attacker\" x:ID=\"\(HonestResponse.assertionID)\"></x:a>"
                    + "</samlp:Extensions>",
                before: "<samlp:Status>"
            )
            return surgery.octets
        },
        response(22, "xml-id", "An xml:id with the ID of the assertion", "xml:id 与断言 ID 相同", confusion, [.reference]) {
            var surgery = Surgery(try $0.response().document($0.signer))
            try surgery.replace("<samlp:Status>", with: "<samlp:Status xml:id=\"\(HonestResponse.assertionID)\">")
            return surgery.octets
        },
    ]

    /// The honest key signed a void digest once; since then it fits every document that has no canonical form.
    private static func void(_ material: AttackMaterial, in old: String, with new: String) throws -> [UInt8] {
        let parts = try material.parts()
        let draft = SignatureDraft([.init("#" + HonestResponse.assertionID, over: "")])
        let evil = try parts.evil(id: HonestResponse.assertionID)
        var surgery = try parts.with(Parts.signed(evil, draft.signed(by: material.signer)))
        try surgery.replace(old, with: new)
        return surgery.octets
    }
}
