// What is wrong with the elements' order and number.
extension LintRule {
    static let orderEntity = LintRule(
        "metadata.order.entity",
        .error,
        spec: "saml-metadata 2.3.2",
        title: Bilingual("The children of EntityDescriptor are out of order.", "EntityDescriptor 的子元素顺序有误。"),
        hint: Bilingual(
            "Signature, Extensions, roles, Organization, ContactPerson, AdditionalMetadataLocation.",
            "顺序为 Signature、Extensions、各角色、Organization、ContactPerson、AdditionalMetadataLocation。"
        )
    )
    static let orderIDP = LintRule(
        "metadata.order.idp",
        .error,
        spec: "saml-metadata 2.4.3",
        title: Bilingual("The children of IDPSSODescriptor are out of order.", "IDPSSODescriptor 的子元素顺序有误。"),
        hint: Bilingual(
            "KeyDescriptor, ArtifactResolutionService, SingleLogoutService, ManageNameIDService, NameIDFormat, SingleSignOnService.",
            "顺序为 KeyDescriptor、ArtifactResolutionService、SingleLogoutService、ManageNameIDService、NameIDFormat、SingleSignOnService。"
        )
    )
    static let orderSP = LintRule(
        "metadata.order.sp",
        .error,
        spec: "saml-metadata 2.4.4",
        title: Bilingual("The children of SPSSODescriptor are out of order.", "SPSSODescriptor 的子元素顺序有误。"),
        hint: Bilingual(
            "KeyDescriptor, ArtifactResolutionService, SingleLogoutService, ManageNameIDService, NameIDFormat, AssertionConsumerService.",
            "顺序为 KeyDescriptor、ArtifactResolutionService、SingleLogoutService、ManageNameIDService、NameIDFormat、AssertionConsumerService。"
        )
    )
    static let elementUnknown = LintRule(
        "metadata.element.unknown",
        .error,
        spec: "saml-schema-metadata-2.0",
        title: Bilingual("An element stands where the schema has none.", "元素出现在模式不允许的位置。"),
        hint: Bilingual("Own elements belong into Extensions.", "自定义元素应放入 Extensions。")
    )
    static let elementSeveral = LintRule(
        "metadata.element.several",
        .error,
        spec: "saml-schema-metadata-2.0",
        title: Bilingual("An element occurs twice that may occur once.", "只允许出现一次的元素重复出现。"),
        hint: Bilingual("Keep one of them.", "请只保留一个。")
    )
    static let booleanValue = LintRule(
        "metadata.boolean",
        .error,
        spec: "saml-schema-metadata-2.0",
        title: Bilingual("A flag is neither true nor false.", "开关属性既不是 true 也不是 false。"),
        hint: Bilingual("Write true or false.", "请填写 true 或 false。")
    )
    static let ssoMissing = LintRule(
        "metadata.single-sign-on.missing",
        .error,
        spec: "saml-metadata 2.4.3",
        title: Bilingual("The identity provider has no address for requests.", "身份提供商没有接收请求的地址。"),
        hint: Bilingual("Add a SingleSignOnService.", "请添加 SingleSignOnService。")
    )
    static let acsMissing = LintRule(
        "metadata.assertion-consumer.missing",
        .error,
        spec: "saml-metadata 2.4.4",
        title: Bilingual("The SP has no address for responses.", "SP 没有接收响应的地址。"),
        hint: Bilingual("Add an AssertionConsumerService.", "请添加 AssertionConsumerService。")
    )

    /// All of this part.
    static let structures = [
        orderEntity, orderIDP, orderSP, elementUnknown, elementSeveral, booleanValue, ssoMissing, acsMissing,
    ]
}
