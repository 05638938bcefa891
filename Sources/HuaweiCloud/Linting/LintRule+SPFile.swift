import SAML

// What is wanted of HUAWEI CLOUD's own metadata: rules 15 to 20.
extension LintRule {
    static let spSource = numbered(
        15,
        "sp.source",
        .warning,
        "4.1",
        Bilingual("The file has no signature, so nobody can tell whose it is.", "文件没有签名，无法确认来源。"),
        Bilingual(
            "Load it over https without ?unsigned=true, and do not save it from an editor.",
            "请通过 https 获取，不带 ?unsigned=true，也不要用编辑器保存。"
        )
    )
    static let spSignature = numbered(
        16,
        "sp.signature",
        .error,
        "4.2",
        Bilingual("The signature does not verify.", "签名无法验证。"),
        Bilingual(
            "Load the file again; compare the certificate's SHA-256 with HUAWEI CLOUD's.",
            "请重新获取文件，并核对华为云证书的 SHA-256。"
        )
    )
    static let spEntityID = numbered(
        17,
        "sp.entity-id",
        .error,
        "4.2",
        Bilingual("The entityID is not HUAWEI CLOUD's.", "entityID 不是华为云的。"),
        Bilingual(
            "China: https://auth.huaweicloud.com/ with the slash; elsewhere take it from the site's file.",
            "中国站为 https://auth.huaweicloud.com/（含斜杠）；其他站点以其文件为准。"
        )
    )
    static let spConsumer = numbered(
        18,
        "sp.assertion-consumer",
        .error,
        "4.2",
        Bilingual(
            "There is no default address for responses by HTTP-POST over https.",
            "没有以 https 的 HTTP-POST 接收响应的默认地址。"
        ),
        Bilingual("Take the file as HUAWEI CLOUD publishes it.", "请使用华为云发布的原文件。")
    )
    static let spFlags = numbered(
        19,
        "sp.flags",
        .warning,
        "4.2",
        Bilingual(
            "AuthnRequestsSigned or WantAssertionsSigned is not true.",
            "AuthnRequestsSigned 或 WantAssertionsSigned 不为 true。"
        ),
        Bilingual("HUAWEI CLOUD's file says true for both.", "华为云的文件中两者均为 true。")
    )
    static let spCertificate = numbered(
        20,
        "sp.certificate",
        .warning,
        "4.2",
        Bilingual("The SP's certificate is missing, or has ended or soon will.", "SP 证书缺失、已到期或即将到期。"),
        Bilingual("Load the current file; it may hold a second key.", "请获取最新文件，其中可能已有第二个密钥。")
    )

    /// All of this part.
    static let huaweiServiceProvider = [spSource, spSignature, spEntityID, spConsumer, spFlags, spCertificate]
}
