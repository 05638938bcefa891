// What is wrong with the document's signature.
extension LintRule {
    static let signatureInvalid = LintRule(
        "metadata.signature.invalid",
        .error,
        spec: "saml-metadata 3, saml-core 5.4",
        title: Bilingual("The signature does not verify with the certificate given.", "签名无法用所给证书验证。"),
        hint: Bilingual(
            "Get the file again from its owner, without an editor in between.",
            "请向其所有者重新获取文件，中途不要用编辑器保存。"
        )
    )
    static let signatureSHA1 = LintRule(
        "metadata.signature.sha1",
        .warning,
        spec: "saml2int SDP-ALG01",
        title: Bilingual("The signature is good and uses a SHA-1 digest.", "签名有效，但使用了 SHA-1 摘要。"),
        hint: Bilingual("Sign again with SHA-256 if the file is yours.", "如果文件属于你，请用 SHA-256 重新签名。")
    )
    static let signatureUnchecked = LintRule(
        "metadata.signature.unchecked",
        .note,
        spec: "saml-metadata 3",
        title: Bilingual("The file is signed and nobody checked it.", "文件带有签名，但未经验证。"),
        hint: Bilingual("Give the owner's certificate with --certificate.", "请用 --certificate 提供其所有者的证书。")
    )

    /// All of this part.
    static let signatures = [signatureInvalid, signatureSHA1, signatureUnchecked]
}
