import SAML
import XMLSecurity

// No signature, half a signature, or more than one.
extension Attack {
    private static let exclusion = "CVE-2012-5352, CVE-2012-5353, CVE-2020-12676, CVE-2025-40934, CVE-2026-89042"
    private static let unchecked = "CVE-2026-49454, CVE-2018-7711, CVE-2016-9814, CVE-2016-9955"

    static let signatureShape: [Attack] = [
        response(
            9,
            "second-signed-info",
            "A second SignedInfo with a forged digest",
            "带伪造摘要的第二个 SignedInfo",
            "CVE-2019-3465, CVE-2025-29774",
            [.structure]
        ) {
            let parts = try $0.parts()
            let evil = try parts.evil(id: HonestResponse.assertionID)
            let info = try Surgery(parts.signature).element("ds:SignedInfo")
            let forged = SignatureDraft([.init("#" + HonestResponse.assertionID, over: evil)]).signedInfo(alone: false)
            let signature = try Surgery.edited(parts.signature) { try $0.insert(forged, after: info) }
            return try parts.with(Parts.signed(evil, signature)).octets
        },
        response(13, "signature-removed", "The signature taken away", "去掉签名", exclusion, [.signature]) {
            let parts = try $0.parts()
            return try parts.with(parts.evil()).octets
        },
        response(13, "signature-empty", "An empty signature", "空签名", exclusion, [.structure]) {
            let parts = try $0.parts()
            let empty = "<ds:Signature xmlns:ds=\"\(SignatureDraft.namespace)\"></ds:Signature>"
            return try parts.with(Parts.signed(parts.evil(), empty)).octets
        },
        response(
            13,
            "signatures-of-nothing",
            "Two signatures over IDs that are nowhere",
            "两个签名引用不存在的 ID",
            "CVE-2026-18568",
            [.structure]
        ) {
            let parts = try $0.parts()
            let nowhere = SignatureDraft([.init("#_nowhere", over: "")]).element(value: [1])
            return try parts.with(Parts.signed(parts.evil(), nowhere + nowhere)).octets
        },
        response(
            14,
            "value-changed",
            "One bit of SignatureValue flipped",
            "翻转 SignatureValue 的一个比特",
            unchecked,
            [.signature]
        ) {
            try flipped($0, "ds:SignatureValue")
        },
        response(
            14,
            "digest-changed",
            "One bit of DigestValue flipped",
            "翻转 DigestValue 的一个比特",
            unchecked,
            [.reference]
        ) {
            try flipped($0, "ds:DigestValue")
        },
        response(14, "content-changed", "The signed subject changed", "改动已签主体", unchecked, [.reference]) {
            let parts = try $0.parts()
            return Array(try Parts.forged(parts.whole, id: nil).utf8)
        },
        response(
            31,
            "many-signatures",
            "A thousand signatures",
            "一千个签名",
            "node-saml PR 595",
            [.structure]
        ) {
            let parts = try $0.parts()
            let small = "<ds:Signature xmlns:ds=\"\(SignatureDraft.namespace)\"></ds:Signature>"
            let many = try Parts.signed(parts.bare, String(repeating: small, count: 1000))
            let draft = SignatureDraft([.init("#" + HonestResponse.assertionID, over: many)])
            return try parts.with(Parts.signed(many, draft.signed(by: $0.signer))).octets
        },
    ]

    // The first octet of a Base64 text: the top bit flipped stays Base64.
    private static func flipped(_ material: AttackMaterial, _ name: String) throws -> [UInt8] {
        var surgery = Surgery(try material.response().document(material.signer))
        let element = try surgery.element(name)
        let text = element.dropFirst(name.count + 2).dropLast(name.count + 3)
        guard var octets = Base64.decode(text.utf8), !octets.isEmpty else {
            throw AttackNotApplicable(reason: "\(name) is not Base64")
        }
        octets[0] ^= 1
        try surgery.replace(element, with: "<\(name)>\(Base64.encode(octets))</\(name)>")
        return surgery.octets
    }
}
