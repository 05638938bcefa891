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
    /// No key to verify with.
    public static let associationNoKey = association(
        "no-key",
        .key,
        Bilingual("There is no key that could verify the notification.", "没有可用于验证该通知的密钥。"),
        Bilingual(
            "Import HUAWEI CLOUD's SP metadata with `drawbridge sp import`; its entity id is the site's or huawei.service_provider.",
            "请用 drawbridge sp import 导入华为云 SP 元数据；其 entityID 为站点默认值或 huawei.service_provider。"
        )
    )
    /// The signature is not good.
    public static let associationSignature = association(
        "signature",
        .signature,
        Bilingual("The notification's signature does not verify.", "关联结果通知的签名验证失败。"),
        Bilingual(
            "Import the present SP metadata. If it verifies over another form, set notification.signed_over and run `drawbridge associations replay`.",
            "请导入最新的 SP 元数据。若签名对象是另一种形式，请修改 notification.signed_over 后执行 drawbridge associations replay。"
        )
    )
    /// Not the documented JSON.
    public static let associationJSON = association(
        "json",
        .structure,
        Bilingual("The notification is not the documented JSON.", "关联结果通知不是文档所述的 JSON。"),
        Bilingual(
            "It holds xUserId, domainId, domainName and bindAction (0 or 1). The upper-cased sample of the documentation is not usable.",
            "内容须有 xUserId、domainId、domainName 和 bindAction（0 或 1）。文档中全大写的示例不可用。"
        )
    )

    /// All of this part.
    static let associations = [
        associationSize, associationMissing, associationBase64, associationAlgorithm, associationNoKey,
        associationSignature, associationJSON,
    ]
}
