// What is wrong with the XML and its shape (saml-core 1.3, 3.2, 3.4).
extension RefusalCode {
    /// Not well-formed.
    public static let schemaMalformed = RefusalCode(
        "schema.malformed",
        .schema,
        spec: "XML 1.0 2.1",
        message: Bilingual("The message is not well-formed XML.", "消息不是格式良好的 XML。"),
        hint: Bilingual(
            "See line and column in `found`; decode the message with `drawbridge message decode`.",
            "行列见 found；可用 drawbridge message decode 解码查看。"
        )
    )

    /// Another encoding than UTF-8.
    public static let schemaEncoding = RefusalCode(
        "schema.encoding",
        .schema,
        spec: "XML 1.0 4.3.3",
        message: Bilingual("The XML is not UTF-8.", "XML 不是 UTF-8 编码。"),
        hint: Bilingual("Send UTF-8 without a byte order mark.", "请使用不带 BOM 的 UTF-8。")
    )

    /// A character XML forbids, or a processing instruction.
    public static let schemaCharacter = RefusalCode(
        "schema.character",
        .schema,
        spec: "XML 1.0 2.2",
        message: Bilingual(
            "The XML holds a forbidden character or a processing instruction.",
            "XML 中含有禁用字符或处理指令。"
        ),
        hint: Bilingual("Remove it; neither has a meaning in SAML.", "请将其去除；二者在 SAML 中都没有意义。")
    )

    /// A DOCTYPE or entity.
    public static let dtdDoctype = RefusalCode(
        "dtd.doctype",
        .dtd,
        spec: "saml2int SDP-G03",
        message: Bilingual("The XML has a document type or entity declaration.", "XML 含有文档类型或实体声明。"),
        hint: Bilingual(
            "SAML messages have none; somebody may be trying to read files or exhaust memory.",
            "SAML 消息不应包含它；可能有人试图读取文件或耗尽内存。"
        )
    )

    /// The root element is another.
    public static let structureRoot = RefusalCode(
        "structure.root",
        .structure,
        spec: "saml-core 3",
        message: Bilingual("The root is not the element that is expected here.", "根元素不是此处应有的元素。"),
        hint: Bilingual("Check that the right message is sent to the right address.", "请检查是否把正确的消息发到了正确的地址。")
    )

    /// An element occurs twice.
    public static let structureDuplicate = RefusalCode(
        "structure.duplicate",
        .structure,
        spec: "saml-schema-protocol-2.0",
        message: Bilingual("An element occurs more often than the schema allows.", "某元素出现的次数超过了模式的规定。"),
        hint: Bilingual(
            "Two readers could read two values, so neither is read.",
            "不同的读取方可能读到不同的值，因此一律拒绝。"
        )
    )

    /// Version is not 2.0.
    public static let schemaVersion = RefusalCode(
        "schema.version",
        .schema,
        spec: "saml-core 3.2.1, 4.1.3.2",
        message: Bilingual("Version is not 2.0.", "Version 不是 2.0。"),
        hint: Bilingual("Only SAML 2.0 is spoken here.", "此处只支持 SAML 2.0。")
    )

    /// An attribute is missing.
    public static let schemaAttribute = RefusalCode(
        "schema.attribute",
        .schema,
        spec: "saml-schema-protocol-2.0",
        message: Bilingual("A mandatory attribute is missing or blank.", "缺少必需的属性，或其值为空白。"),
        hint: Bilingual("The attribute stands in `expected`.", "缺少的属性见 expected。")
    )

    /// An element is missing.
    public static let schemaElement = RefusalCode(
        "schema.element",
        .schema,
        spec: "saml-schema-protocol-2.0",
        message: Bilingual("A mandatory element is missing.", "缺少必需的元素。"),
        hint: Bilingual("The element stands in `expected`.", "缺少的元素见 expected。")
    )

    /// A value is not of its type.
    public static let schemaValue = RefusalCode(
        "schema.value",
        .schema,
        spec: "saml-schema-protocol-2.0",
        message: Bilingual("A value is not of the type that the schema gives it.", "某个值不符合模式规定的类型。"),
        hint: Bilingual("Compare `found` with `expected`.", "请对照 found 与 expected。")
    )

    /// A time is not UTC.
    public static let schemaTime = RefusalCode(
        "schema.time",
        .schema,
        spec: "saml-core 1.3.3",
        message: Bilingual("A time is not written in UTC.", "时间不是 UTC 格式。"),
        hint: Bilingual(
            "Write times as 2026-11-23T05:57:28Z; no offset, no local time.",
            "时间请写成 2026-11-23T05:57:28Z，不要带时区偏移，也不要用本地时间。"
        )
    )

    /// Index together with URL.
    public static let schemaACS = RefusalCode(
        "schema.acs-index-and-url",
        .schema,
        spec: "saml-core 3.4.1",
        message: Bilingual(
            "The request names its answer address by number and by URL at once.",
            "请求同时用序号和 URL 指定了应答地址。"
        ),
        hint: Bilingual("Send one of the two.", "二者只能取其一。")
    )

    /// All of this part.
    static let schema: [RefusalCode] = [
        schemaMalformed, schemaEncoding, schemaCharacter, dtdDoctype, structureRoot, structureDuplicate, schemaVersion,
        schemaAttribute, schemaElement, schemaValue, schemaTime, schemaACS,
    ]
}
