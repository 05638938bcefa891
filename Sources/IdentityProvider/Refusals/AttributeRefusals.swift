public import SAML

// What is wrong with a value that would be sent (saml-core 2.7.3.1.1).
extension RefusalCode {
    /// A value that XML cannot carry.
    public static let attributeCharacters = RefusalCode(
        "attribute.characters",
        .attribute,
        spec: "XML 1.0 2.2",
        message: Bilingual("A value holds a control character that XML cannot carry.", "某个值含有 XML 无法承载的控制字符。"),
        hint: Bilingual(
            "The attribute was left out; correct the value at the portal.",
            "该属性已被略去；请在门户处更正。"
        )
    )

    /// A name identifier that cannot be made.
    public static let nameIDUnavailable = RefusalCode(
        "name-id.unavailable",
        .nameID,
        spec: "saml-core 3.4.1.1",
        message: Bilingual(
            "The name that this service provider wants is not known of the customer.",
            "缺少该服务提供商所要求的客户名称标识。"
        ),
        hint: Bilingual(
            "Let the portal send the e-mail address, or set name_id of the SP to persistent.",
            "请让门户传递邮箱地址，或将该 SP 的 name_id 设为 persistent。"
        )
    )

    /// All of this part.
    static let releasedAttributes: [RefusalCode] = [attributeCharacters, nameIDUnavailable]
}
