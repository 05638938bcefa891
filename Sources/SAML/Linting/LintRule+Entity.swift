// What is wrong with entities and identifiers.
extension LintRule {
    static let entityIDMissing = LintRule(
        "metadata.entity-id.missing",
        .error,
        spec: "saml-metadata 2.3.2",
        title: Bilingual("The entityID is missing or blank.", "entityID 缺失或为空。"),
        hint: Bilingual("Give the entity the URI that it uses as Issuer.", "请填写该实体在 Issuer 中使用的 URI。")
    )
    static let entityIDLength = LintRule(
        "metadata.entity-id.length",
        .error,
        spec: "saml-metadata 2.3.2, saml-core 8.3.6",
        title: Bilingual("The entityID is longer than 1024 characters.", "entityID 超过 1024 个字符。"),
        hint: Bilingual("Choose a shorter URI.", "请使用更短的 URI。")
    )
    static let entityIDURI = LintRule(
        "metadata.entity-id.uri",
        .error,
        spec: "saml-metadata 2.3.2, saml-core 1.3.2",
        title: Bilingual("The entityID is not an absolute URI.", "entityID 不是绝对 URI。"),
        hint: Bilingual(
            "Use an https address or a URN, without white space around it.",
            "请使用 https 地址或 URN，前后不能有空白。"
        )
    )
    static let entityIDDuplicate = LintRule(
        "metadata.entity-id.duplicate",
        .error,
        spec: "saml-metadata 2.3.1",
        title: Bilingual("An entityID occurs twice.", "entityID 重复出现。"),
        hint: Bilingual("Keep one of the two.", "请只保留其中一个。")
    )
    static let idDuplicate = LintRule(
        "metadata.id.duplicate",
        .error,
        spec: "saml-core 1.3.4, XML 1.0 3.3.1",
        title: Bilingual("An ID occurs twice.", "ID 重复出现。"),
        hint: Bilingual("Each ID stands once in a document.", "同一文档中每个 ID 只能出现一次。")
    )
    static let roleMissing = LintRule(
        "metadata.role.missing",
        .error,
        spec: "saml-metadata 2.3.2",
        title: Bilingual("The entity has no role.", "该实体没有任何角色。"),
        hint: Bilingual(
            "An EntityDescriptor needs an IDPSSODescriptor or an SPSSODescriptor.",
            "EntityDescriptor 中须有 IDPSSODescriptor 或 SPSSODescriptor。"
        )
    )
    static let protocolMissing = LintRule(
        "metadata.protocol.missing",
        .error,
        spec: "saml-metadata 2.4.1",
        title: Bilingual("protocolSupportEnumeration is missing.", "缺少 protocolSupportEnumeration。"),
        hint: Bilingual("Add urn:oasis:names:tc:SAML:2.0:protocol.", "请填写 urn:oasis:names:tc:SAML:2.0:protocol。")
    )
    static let protocolOther = LintRule(
        "metadata.protocol.other",
        .error,
        spec: "saml-metadata 2.4.1",
        title: Bilingual("The role does not support SAML 2.0.", "该角色不支持 SAML 2.0。"),
        hint: Bilingual(
            "protocolSupportEnumeration must contain urn:oasis:names:tc:SAML:2.0:protocol.",
            "protocolSupportEnumeration 须包含 urn:oasis:names:tc:SAML:2.0:protocol。"
        )
    )

    /// All of this part.
    static let entities = [
        entityIDMissing, entityIDLength, entityIDURI, entityIDDuplicate, idDuplicate, roleMissing, protocolMissing,
        protocolOther,
    ]
}
