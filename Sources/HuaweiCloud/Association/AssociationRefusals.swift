public import SAML

// What is wrong with the form of an association notification (huawei-cloud.md 5).
extension RefusalCode {
    private static func association(
        _ id: String,
        _ refusalClass: RefusalClass,
        _ message: Bilingual,
        _ hint: Bilingual
    ) -> RefusalCode {
        RefusalCode("association." + id, refusalClass, spec: "huawei-cloud.md 5", message: message, hint: hint)
    }

    /// Too large.
    public static let associationSize = association(
        "size",
        .limit,
        Bilingual("The notification is larger than is taken.", "关联结果通知超过了允许的大小。"),
        Bilingual(
            "The three fields have less than 2 KB; look at what stands before Drawbridge and adds to them.",
            "三个字段合计不足 2 KB；请检查 Drawbridge 之前的代理是否添加了内容。"
        )
    )
    /// A field is missing or empty.
    public static let associationMissing = association(
        "missing",
        .transport,
        Bilingual("A field of the notification is missing or empty.", "关联结果通知缺少字段，或字段为空。"),
        Bilingual(
            "HUAWEI CLOUD posts bindRequest, SigAlg and Signature as a form, each once.",
            "华为云以表单提交 bindRequest、SigAlg 和 Signature，每个字段各一次。"
        )
    )
    /// Not Base64.
    public static let associationBase64 = association(
        "base64",
        .transport,
        Bilingual("A field of the notification is not Base64.", "关联结果通知的字段不是合法的 Base64。"),
        Bilingual(
            "Percent-encode `+`, `/` and `=` in the form; a plain `+` arrives as a space.",
            "在表单中须对“+”“/”“=”做百分号编码；未编码的“+”会变成空格。"
        )
    )
    /// Another algorithm.
    public static let associationAlgorithm = association(
        "algorithm",
        .algorithm,
        Bilingual("The notification names an unknown signature algorithm.", "关联结果通知指定了未知的签名算法。"),
        Bilingual(
            "HUAWEI CLOUD signs with RSA and SHA-256; capital letters make no difference.",
            "华为云使用 RSA 和 SHA-256 签名；字母大小写没有影响。"
        )
    )

    /// All of this part.
    static let associations = [associationSize, associationMissing, associationBase64, associationAlgorithm]
}
