import SAML
import XMLSecurity

// The attacks on signatures again, on requests by HTTP-POST, where the identity provider is the verifier.
extension Attack {
    private static let paper = "Somorovsky et al. 2012 (On Breaking SAML)"
    private static let doubled = "CVE-2025-27773, CVE-2026-117691"

    static let requestForms: [Attack] = [
        form(5, "request-wrapped", "A forged request with the signature of another", "伪造请求携带他人签名", paper, [.reference])
        {
            try wrapped($0) { original, signature in
                "\(signature)<samlp:Extensions>\(original)</samlp:Extensions>"
            }
        },
        form(
            6,
            "request-in-signature",
            "The original request inside the forged one's signature",
            "原请求藏在伪造请求的签名里",
            paper,
            [.structure]
        ) {
            try wrapped($0) { original, signature in
                try Surgery.edited(signature) { try $0.insert(original, before: "</ds:Signature>") }
            }
        },
        form(8, "request-in-object", "The original request inside ds:Object", "原请求藏在 ds:Object 里", paper, [.structure])
        {
            try wrapped($0) { original, signature in
                try Surgery.edited(signature) {
                    try $0.insert("<ds:Object>\(original)</ds:Object>", before: "</ds:Signature>")
                }
            }
        },
        form(
            14,
            "request-address-changed",
            "The answer address changed after signing",
            "签名后改动应答地址",
            paper,
            [.reference]
        ) {
            var surgery = Surgery(try $0.request().signed(by: $0.signer))
            try surgery.replace("\"\($0.assertionConsumerService)\"", with: "\"\(AttackMaterial.forgedService)\"")
            return surgery.octets
        },
        form(23, "request-doctype", "A request with a DOCTYPE", "带 DOCTYPE 的请求", "CVE-2025-25291", [.dtd]) {
            Array("<!DOCTYPE r [<!ENTITY e \"x\">]>".utf8) + (try $0.request().signed(by: $0.signer))
        },
        raw(39, "form-duplicate", "A forged SAMLRequest in front, by POST", "POST 中前置伪造的 SAMLRequest") {
            forged,
            valid in
            "SAMLRequest=\(forged)&\(valid)"
        },
        raw(39, "form-duplicate-behind", "A forged SAMLRequest behind, by POST", "POST 中后置伪造的 SAMLRequest") {
            forged,
            valid in
            "\(valid)&SAMLRequest=\(forged)"
        },
        raw(40, "form-encoded-name", "A percent-encoded name, by POST", "POST 中百分号编码的参数名") { forged, valid in
            "%53AMLRequest=\(forged)&\(valid)"
        },
    ]

    private static func wrapped(
        _ material: AttackMaterial,
        _ place: (_ original: String, _ signature: String) throws -> String
    ) throws -> [UInt8] {
        let signed = String(decoding: try material.request().signed(by: material.signer), as: UTF8.self)
        let signature = try Surgery(signed).element("ds:Signature")
        let original = try Surgery.edited(signed) { try $0.replace(signature, with: "") }
        var evil = Surgery(try material.forgedRequest.unsigned())
        try evil.replace(" ID=\"", with: " ID=\"_evil")
        try evil.insert(place(original, signature), after: "</saml:Issuer>")
        return evil.octets
    }

    private static func raw(
        _ number: Int,
        _ id: String,
        _ en: String,
        _ zh: String,
        _ body: @escaping @Sendable (_ forged: String, _ valid: String) -> String
    ) -> Attack {
        Attack(number, id, en, zh, source: doubled, refusedAs: [.transport], by: .requestForm) {
            let forged = PercentEncoding.encode(Base64.encode(try $0.forgedRequest.unsigned()))
            return AttackPayload(body(forged, String(decoding: try $0.validMessage(.requestForm), as: UTF8.self)))
        }
    }
}
