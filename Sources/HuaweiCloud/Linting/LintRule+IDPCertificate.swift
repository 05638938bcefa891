import SAML

// What HUAWEI CLOUD wants of the certificate in IDP Metadata.xml: rules 6, 7, 8 and 14.
extension LintRule {
    static let idpCertificate = numbered(
        6,
        "idp.signing-certificate",
        .error,
        "2.1, 2.2",
        Bilingual("There is no readable signing certificate.", "没有可读取的签名证书。"),
        Bilingual(
            "A KeyDescriptor with use=\"signing\" holds the Base64 of the DER, without BEGIN and END lines.",
            "use=\"signing\" 的 KeyDescriptor 中应为 DER 的 Base64，不含 BEGIN 和 END 行。"
        )
    )
    static let idpValidity = numbered(
        7,
        "idp.certificate-validity",
        .error,
        "2.2",
        Bilingual("The signing certificate is not valid, soon ends, or is not the only one.", "签名证书无效、即将到期或不止一个。"),
        Bilingual(
            "HUAWEI CLOUD takes the first certificate and refuses an expired one: upload again after a rollover.",
            "华为云使用第一个证书并拒绝过期证书；轮换后请重新上传。"
        )
    )
    static let idpStrength = numbered(
        8,
        "idp.certificate-strength",
        .warning,
        "2.2, 2.3",
        Bilingual("The certificate is weaker than RSA 2048 with SHA-256.", "证书弱于 RSA 2048 加 SHA-256。"),
        Bilingual("Make a new one: drawbridge keys generate.", "请重新生成：drawbridge keys generate。")
    )
    static let idpPrivateKey = numbered(
        14,
        "idp.private-key",
        .error,
        "3.4",
        Bilingual("The service signs with another key than the file's first.", "服务使用的私钥与文件中的第一个证书不匹配。"),
        Bilingual("Generate the file again and upload it.", "请重新生成文件并上传。")
    )

    /// All of this part.
    static let huaweiCertificate = [idpCertificate, idpValidity, idpStrength, idpPrivateKey]
}
