import SAML
import XMLSecurity

// A signature that holds, over something else than what is read.
extension Attack {
    private static let paper = "Somorovsky et al. 2012 (On Breaking SAML)"
    private static let refused: Set<RefusalClass> = [.structure, .reference]

    static let wrapping: [Attack] = [
        response(1, "xsw-1", "The signed response inside its own signature", "把已签响应藏进自己的签名", paper, refused) {
            try wholeResponse($0) { clone, signature in
                try Surgery.edited(signature) { try $0.insert(clone, before: "</ds:Signature>") }
            }
        },
        response(2, "xsw-2", "The signed response beside its signature", "把已签响应放在签名旁边", paper, refused) {
            try wholeResponse($0) { clone, signature in clone + signature }
        },
        response(
            3,
            "xsw-3",
            "A forged assertion before the signed one",
            "在已签断言之前放伪造断言",
            "CVE-2022-41912, CVE-2024-45409, CVE-2025-46572, CVE-2025-47949, CVE-2026-18092, CVE-2026-89043",
            refused
        ) {
            let parts = try $0.parts()
            return try parts.with(parts.evil() + parts.assertion).octets
        },
        response(3, "xsw-3-behind", "A forged assertion behind the signed one", "在已签断言之后放伪造断言", paper, refused) {
            let parts = try $0.parts()
            return try parts.with(parts.assertion + parts.evil()).octets
        },
        response(4, "xsw-4", "A forged assertion around the signed one", "伪造断言包裹已签断言", paper, refused) {
            let parts = try $0.parts()
            let evil = try Surgery.edited(parts.evil()) { try $0.insert(parts.assertion, before: "</saml:Assertion>") }
            return try parts.with(evil).octets
        },
        response(5, "xsw-5", "A forged assertion with the signature of another", "伪造断言携带他人签名", paper, refused) {
            let parts = try $0.parts()
            return try parts.with(Parts.signed(parts.evil(), parts.signature) + parts.bare).octets
        },
        response(6, "xsw-6", "The original inside the forged one's signature", "原断言藏在伪造断言的签名里", paper, refused) {
            try originalInSignature($0) { $0 }
        },
        response(
            7,
            "xsw-7",
            "A forged assertion in Extensions, with the same ID",
            "在 Extensions 中放 ID 相同的伪造断言",
            "pysaml2 xsw-assertion-extensions",
            refused
        ) {
            let parts = try $0.parts()
            var surgery = Surgery(parts.whole)
            let evil = try parts.evil(id: HonestResponse.assertionID)
            try surgery.insert("<samlp:Extensions>\(evil)</samlp:Extensions>", before: "<samlp:Status>")
            return surgery.octets
        },
        response(8, "xsw-8", "The original inside ds:Object", "原断言藏在 ds:Object 里", "samael object_attack", refused) {
            try originalInSignature($0) { "<ds:Object>\($0)</ds:Object>" }
        },
        response(
            12,
            "advice",
            "The signed assertion as advice of a forged one",
            "已签断言作为伪造断言的 Advice",
            "node-saml fixtures",
            refused
        ) {
            let parts = try $0.parts()
            let evil = try Surgery.edited(parts.evil()) {
                try $0.insert("<saml:Advice>\(parts.assertion)</saml:Advice>", before: "<saml:AuthnStatement ")
            }
            return try parts.with(evil).octets
        },
    ]

    /// A signed response whose root is forged; the closure makes what stands in the place of the signature.
    private static func wholeResponse(
        _ material: AttackMaterial,
        _ place: (_ clone: String, _ signature: String) throws -> String
    ) throws -> [UInt8] {
        let parts = try Parts(material.response().document(material.signer, .response))
        let clone = try Surgery.edited(parts.whole) { try $0.replace(parts.signature, with: "") }
        var outer = Surgery(try Parts.forged(parts.whole, id: nil))
        try outer.replace(" ID=\"\(HonestResponse.responseID)\"", with: " ID=\"_evil\"")
        try outer.replace(parts.signature, with: place(clone, parts.signature))
        return outer.octets
    }

    private static func originalInSignature(
        _ material: AttackMaterial,
        _ wrap: (String) -> String
    ) throws -> [UInt8] {
        let parts = try material.parts()
        let signature = try Surgery.edited(parts.signature) {
            try $0.insert(wrap(parts.bare), before: "</ds:Signature>")
        }
        return try parts.with(Parts.signed(parts.evil(), signature)).octets
    }
}
