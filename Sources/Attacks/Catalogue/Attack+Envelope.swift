import SAML
import XMLSecurity

// Trust in what no signature covers, or in the place of a signature.
extension Attack {
    private static let ancestor = "samael ancestor_attack"

    static let envelope: [Attack] = [
        response(10, "envelope-request", "Only the envelope answers our request", "仅信封应答了我方请求", ancestor, [.responseTo])
        {
            try $0.response { $0.confirmedRequest = "_of-somebody-else" }.document($0.signer)
        },
        response(10, "envelope-recipient", "Only the envelope is for us", "仅信封是发给我方的", ancestor, [.recipient]) {
            try $0.response { $0.recipient = "https://other.example/acs" }.document($0.signer)
        },
        response(10, "envelope-issuer", "Only the envelope is from our partner", "仅信封来自我方伙伴", ancestor, [.issuer]) {
            try $0.response { $0.assertionIssuer = "https://other.example/idp" }.document($0.signer)
        },
        response(
            10,
            "envelope-destination",
            "The envelope is changed to another address",
            "信封地址被改",
            ancestor,
            [.destination]
        ) {
            try changed(
                $0,
                " Destination=\"\($0.assertionConsumerService)\"",
                " Destination=\"https://other.example/\""
            )
        },
        response(10, "envelope-status", "The envelope is changed to a failure", "信封状态被改为失败", ancestor, [.status]) {
            try changed($0, "status:Success", "status:Requester")
        },
        response(
            11,
            "signature-moved-up",
            "The assertion's signature at the response",
            "断言的签名移到响应上",
            "CVE-2024-8698",
            [.structure, .reference]
        ) {
            let parts = try $0.parts()
            var surgery = try parts.with(parts.evil())
            try surgery.insert(
                "\(parts.signature)<samlp:Extensions>\(parts.bare)</samlp:Extensions>",
                before: "<samlp:Status>"
            )
            return surgery.octets
        },
        response(
            11,
            "signature-moved-down",
            "The response's signature at a forged assertion",
            "响应的签名移到伪造断言上",
            "CVE-2024-8698",
            [.structure, .reference]
        ) {
            let parts = try Parts($0.response().document($0.signer, .response))
            let clone = try Surgery.edited(parts.whole) { try $0.replace(parts.signature, with: "") }
            var outer = Surgery(clone)
            try outer.replace(" ID=\"\(HonestResponse.responseID)\"", with: " ID=\"_outer\"")
            let evil = try Parts.signed(Parts.forged(parts.bare), parts.signature)
            try outer.replace(parts.bare, with: evil)
            try outer.insert("<samlp:Extensions>\(clone)</samlp:Extensions>", before: "<samlp:Status>")
            return outer.octets
        },
    ]

    private static func changed(_ material: AttackMaterial, _ old: String, _ new: String) throws -> [UInt8] {
        var surgery = Surgery(try material.response().document(material.signer))
        try surgery.replace(old, with: new)
        return surgery.octets
    }
}
