// What is wrong with an encrypted element (saml-core 2.2.4, 6.1).
extension RefusalCode {
    /// No key to read it.
    public static let encryptionUnsupported = RefusalCode(
        "encryption.unsupported",
        .encryption,
        spec: "saml-core 2.3.4",
        message: Bilingual("The assertion is encrypted and no key to read it was given.", "断言已加密，而没有可用的解密密钥。"),
        hint: Bilingual(
            "Give the SP's private key with --decryption-key. HUAWEI CLOUD partners send the assertion signed and not encrypted.",
            "请用 --decryption-key 给出 SP 的私钥。华为云伙伴发送的断言只签名、不加密。"
        )
    )
    /// Not the shape that SAML uses.
    public static let encryptionStructure = RefusalCode(
        "encryption.structure",
        .encryption,
        spec: "saml-core 2.2.4, xmlenc-core 3",
        message: Bilingual("The encrypted element is not built as SAML wants it.", "加密元素的结构不符合 SAML 要求。"),
        hint: Bilingual(
            "One xenc:EncryptedData of Type Element, one xenc:EncryptedKey, each with its CipherValue in the message.",
            "需要一个 Type 为 Element 的 xenc:EncryptedData 和一个 xenc:EncryptedKey，各自在消息内带有 CipherValue。"
        )
    )
    /// An algorithm outside the policy.
    public static let encryptionAlgorithm = RefusalCode(
        "encryption.algorithm",
        .encryption,
        spec: "saml2int SDP-ALG01, IIP-ALG04",
        message: Bilingual("An encryption algorithm is not taken.", "所用的加密算法不被接受。"),
        hint: Bilingual(
            "Use AES-GCM with rsa-oaep-mgf1p; CBC and PKCS#1 v1.5 can be decrypted by whoever may ask often enough.",
            "请使用 AES-GCM 与 rsa-oaep-mgf1p；CBC 和 PKCS#1 v1.5 可被反复试探破解。"
        )
    )
    /// It did not decrypt.
    public static let encryptionFailed = RefusalCode(
        "encryption.failed",
        .encryption,
        spec: "xmlenc-core 4.4",
        message: Bilingual("The encrypted element cannot be read.", "无法解读加密元素。"),
        hint: Bilingual(
            "Most often it was encrypted to another key: compare the encryption certificate that the sender has. What exactly failed is not told, since that helps attackers.",
            "最常见的原因是用了另一把密钥加密：请核对发送方持有的加密证书。具体失败原因不予说明，以免帮助攻击者。"
        )
    )

    /// All of this part.
    static let encryption: [RefusalCode] = [
        encryptionUnsupported, encryptionStructure, encryptionAlgorithm, encryptionFailed,
    ]
}
