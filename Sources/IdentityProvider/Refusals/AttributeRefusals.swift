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

    /// All of this part.
    static let releasedAttributes: [RefusalCode] = [attributeCharacters]
}
