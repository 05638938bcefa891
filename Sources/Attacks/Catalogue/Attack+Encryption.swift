import SAML
import XMLSecurity

// Anybody can encrypt to a public key, and a decryptor that tells failures apart answers questions about the key.
extension Attack {
    private static let sealing = "CVE-2026-2092, ruby-saml encrypted_new_attack"
    private static let oracle = "CVE-2011-1096, GO-2026-4760"

    static let encryption: [Attack] = [
        response(
            37,
            "sealed-unsigned",
            "An assertion of the attacker's, encrypted to the SP",
            "攻击者自造并加密给 SP 的断言",
            sealing,
            [.signature]
        ) {
            try $0.sealedResponse(signedBy: nil, subject: AttackMaterial.forgedSubject)
        },
        response(37, "sealed-own-key", "The same, signed by the attacker", "同上，并由攻击者签名", sealing, [.signature]) {
            try $0.sealedResponse(signedBy: $0.attacker, subject: AttackMaterial.forgedSubject)
        },
        harmless(37, "sealed-honest", "An honest assertion, encrypted: taken", "如实签名并加密的断言：予以接受", sealing) {
            try $0.sealedResponse(signedBy: $0.signer)
        },
        sealed("sealed-text-damaged", "The encrypted text is damaged", "密文被破坏", [.encryption]) {
            try damage(&$0, value: 1)
        },
        sealed("sealed-key-damaged", "The encrypted key is damaged", "加密的密钥被破坏", [.encryption]) {
            try damage(&$0, value: 0)
        },
        sealed("sealed-cbc", "AES-CBC, whose padding is an oracle", "AES-CBC，其填充可被试探", [.encryption]) {
            try $0.replace(
                "http://www.w3.org/2009/xmlenc11#aes256-gcm",
                with: "http://www.w3.org/2001/04/xmlenc#aes256-cbc"
            )
        },
        sealed("sealed-pkcs1", "PKCS#1 v1.5, Bleichenbacher's oracle", "PKCS#1 v1.5，Bleichenbacher 预言", [.encryption]) {
            try $0.replace("rsa-oaep-mgf1p", with: "rsa-1_5")
        },
        sealed("sealed-elsewhere", "A text that is to be fetched", "需从外部获取的密文", [.encryption]) {
            let value = try $0.element("xenc:EncryptedKey")
            let open = value.replacing(
                "<xenc:CipherValue>",
                with: "<xenc:CipherReference URI=\"http://127.0.0.1:1/\"></xenc:CipherReference><xenc:CipherValue>"
            )
            try $0.replace(value, with: open)
        },
    ]

    private static func sealed(
        _ id: String,
        _ en: String,
        _ zh: String,
        _ expected: Set<RefusalClass>,
        _ change: @escaping @Sendable (inout Surgery) throws -> Void
    ) -> Attack {
        response(38, id, en, zh, oracle, expected) {
            var surgery = Surgery(try $0.sealedResponse(signedBy: $0.signer))
            try change(&surgery)
            return surgery.octets
        }
    }

    // Another first character: still Base64, other octets.
    private static func damage(_ surgery: inout Surgery, value: Int) throws {
        let mark = "<xenc:CipherValue>"
        let parts = surgery.text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let first = parts[value + 1].first else {
            throw AttackNotApplicable(reason: "not two CipherValues")
        }
        let damaged = (first == "A" ? "B" : "A") + parts[value + 1].dropFirst()
        try surgery.replace(mark + parts[value + 1], with: mark + damaged)
    }
}
