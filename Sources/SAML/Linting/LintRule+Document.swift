// What is wrong with the file as a whole.
extension LintRule {
    static let documentMalformed = LintRule(
        "metadata.document.malformed",
        .error,
        spec: "XML 1.0",
        title: Bilingual("The file is not well-formed XML.", "文件不是格式良好的 XML。"),
        hint: Bilingual("Mend the place that is named; an XML editor shows it.", "请修正所指位置；XML 编辑器会标出。")
    )
    static let documentEncoding = LintRule(
        "metadata.document.encoding",
        .error,
        spec: "XML 1.0 4.3.3",
        title: Bilingual("The file is not UTF-8.", "文件不是 UTF-8 编码。"),
        hint: Bilingual("Save it again as UTF-8.", "请另存为 UTF-8。")
    )
    static let documentDoctype = LintRule(
        "metadata.document.doctype",
        .error,
        spec: "saml-sec-consider 6.1.2",
        title: Bilingual("The file holds a DOCTYPE or an entity declaration.", "文件含有 DOCTYPE 或实体声明。"),
        hint: Bilingual("Remove it; metadata needs none.", "请删除；元数据不需要。")
    )
    static let documentCharacter = LintRule(
        "metadata.document.character",
        .error,
        spec: "XML 1.0 2.2, 2.6",
        title: Bilingual(
            "The file holds a processing instruction or a character that is not taken.",
            "文件含有处理指令或不被接受的字符。"
        ),
        hint: Bilingual("Remove it.", "请删除。")
    )
    static let documentLimit = LintRule(
        "metadata.document.limit",
        .error,
        spec: "Drawbridge limits",
        title: Bilingual("The file is over a limit of size or structure.", "文件超出大小或结构上限。"),
        hint: Bilingual("The limit stands in `found`.", "具体上限见 found。")
    )
    static let documentRoot = LintRule(
        "metadata.document.root",
        .error,
        spec: "saml-metadata 2.3",
        title: Bilingual("The root is not a metadata element.", "根元素不是元数据元素。"),
        hint: Bilingual(
            "The root is EntityDescriptor or EntitiesDescriptor in urn:oasis:names:tc:SAML:2.0:metadata.",
            "根元素应为 urn:oasis:names:tc:SAML:2.0:metadata 中的 EntityDescriptor 或 EntitiesDescriptor。"
        )
    )
    static let documentEmpty = LintRule(
        "metadata.document.empty",
        .error,
        spec: "saml-metadata 2.3.1",
        title: Bilingual("The list of entities is empty.", "实体列表为空。"),
        hint: Bilingual("Put at least one EntityDescriptor into it.", "请至少放入一个 EntityDescriptor。")
    )
    static let validUntilFormat = LintRule(
        "metadata.valid-until.format",
        .error,
        spec: "saml-metadata 2.3.2, saml-core 1.3.3",
        title: Bilingual("validUntil is not a time in UTC.", "validUntil 不是 UTC 时间。"),
        hint: Bilingual("Write it as 2026-11-23T05:57:28Z.", "请写成 2026-11-23T05:57:28Z 的形式。")
    )
    static let validUntilExpired = LintRule(
        "metadata.valid-until.expired",
        .error,
        spec: "saml-metadata 2.3.2, IIP-MD04",
        title: Bilingual("The metadata is no longer valid.", "元数据已失效。"),
        hint: Bilingual("Publish it again with a later validUntil.", "请以更晚的 validUntil 重新发布。")
    )
    static let validUntilMissing = LintRule(
        "metadata.valid-until.missing",
        .note,
        spec: "saml-metadata 2.3.2",
        title: Bilingual("The metadata never ends.", "元数据没有失效时间。"),
        hint: Bilingual(
            "A validUntil makes peers ask for the current file; where files are uploaded by hand, leave it out.",
            "写上 validUntil 可促使对端更新；若靠人工上传文件，则可不写。"
        )
    )

    /// All of this part.
    static let documents = [
        documentMalformed, documentEncoding, documentDoctype, documentCharacter, documentLimit, documentRoot,
        documentEmpty, validUntilFormat, validUntilExpired, validUntilMissing,
    ]
}
