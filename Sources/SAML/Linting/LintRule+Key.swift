// What is wrong with keys and certificates.
extension LintRule {
    static let keyUse = LintRule(
        "metadata.key.use",
        .error,
        spec: "saml-metadata 2.4.1.1",
        title: Bilingual("A key's use is neither signing nor encryption.", "密钥用途既不是 signing 也不是 encryption。"),
        hint: Bilingual("Write signing or encryption, or leave the attribute out.", "请填写 signing 或 encryption，或不写。")
    )
    static let keyEmpty = LintRule(
        "metadata.key.empty",
        .error,
        spec: "saml-metadata 2.4.1.1",
        title: Bilingual("A KeyDescriptor has no certificate.", "KeyDescriptor 中没有证书。"),
        hint: Bilingual(
            "Add ds:KeyInfo/ds:X509Data/ds:X509Certificate.",
            "请添加 ds:KeyInfo/ds:X509Data/ds:X509Certificate。"
        )
    )
    static let keySeveral = LintRule(
        "metadata.key.several",
        .warning,
        spec: "saml-metadata 2.4.1.1, IIP-MD08",
        title: Bilingual("A KeyInfo holds more than one key.", "一个 KeyInfo 中有多个密钥。"),
        hint: Bilingual(
            "Give each key its own KeyDescriptor; readers take the first.",
            "请为每个密钥单独写 KeyDescriptor；读取方只取第一个。"
        )
    )
    static let keyShortInMetadata = LintRule(
        "metadata.key.short",
        .error,
        spec: "saml2int SDP-MD06",
        title: Bilingual("A key is shorter than RSA 2048.", "密钥短于 RSA 2048。"),
        hint: Bilingual("Make a new key of 3072 bits.", "请生成 3072 位的新密钥。")
    )
    static let certificateArmour = LintRule(
        "metadata.certificate.armour",
        .error,
        spec: "xmldsig-core 4.4.4",
        title: Bilingual("A certificate has the lines of a PEM file.", "证书带有 PEM 文件的首尾行。"),
        hint: Bilingual("Remove the BEGIN and END lines.", "请去掉 BEGIN 和 END 行。")
    )
    static let certificateUnreadable = LintRule(
        "metadata.certificate.unreadable",
        .error,
        spec: "saml-metadata 2.4.1.1, xmldsig-core 4.4.4",
        title: Bilingual("A certificate cannot be read.", "无法读取证书。"),
        hint: Bilingual("X509Certificate holds the Base64 of the DER.", "X509Certificate 中应为 DER 的 Base64。")
    )
    static let certificateHash = LintRule(
        "metadata.certificate.hash",
        .warning,
        spec: "saml2int SDP-ALG01",
        title: Bilingual("A certificate is signed with SHA-1 or MD5.", "证书使用 SHA-1 或 MD5 签名。"),
        hint: Bilingual(
            "Make the certificate again with SHA-256; importers refuse old hashes.",
            "请用 SHA-256 重新签发；导入方会拒绝旧摘要算法。"
        )
    )
    static let certificateExpiry = LintRule(
        "metadata.certificate.expiry",
        .warning,
        spec: "saml-metadata 2.4.1.1, IIP-MD12",
        title: Bilingual("A certificate has expired or soon will.", "证书已过期或即将过期。"),
        hint: Bilingual(
            "Trust is the metadata, yet many importers refuse it: begin the rollover.",
            "信任来自元数据，但许多导入方会拒绝：请开始轮换。"
        )
    )
    static let certificateFuture = LintRule(
        "metadata.certificate.not-yet-valid",
        .warning,
        spec: "saml-metadata 2.4.1.1, IIP-MD12",
        title: Bilingual("A certificate is not valid yet.", "证书尚未生效。"),
        hint: Bilingual("Check the clock that it was made by, or wait.", "请检查签发时的时钟，或等待生效。")
    )

    /// All of this part.
    static let keys = [
        keyUse, keyEmpty, keySeveral, keyShortInMetadata, certificateArmour, certificateUnreadable, certificateHash,
        certificateExpiry, certificateFuture,
    ]
}
