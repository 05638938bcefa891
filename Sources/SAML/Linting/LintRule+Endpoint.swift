// What is wrong with addresses.
extension LintRule {
    static let endpointBinding = LintRule(
        "metadata.endpoint.binding",
        .error,
        spec: "saml-metadata 2.2.2",
        title: Bilingual("An endpoint's Binding is missing or not a URI.", "端点的 Binding 缺失或不是 URI。"),
        hint: Bilingual(
            "Usual is urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect or …:HTTP-POST.",
            "通常为 urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect 或 …:HTTP-POST。"
        )
    )
    static let endpointLocation = LintRule(
        "metadata.endpoint.location",
        .error,
        spec: "saml-metadata 2.2.2, saml2int SDP-IDP03",
        title: Bilingual("An endpoint's address is missing or cannot be used.", "端点地址缺失或不可用。"),
        hint: Bilingual(
            "Addresses are absolute and https; http is taken on this machine only.",
            "地址须为绝对地址并使用 https；仅本机允许 http。"
        )
    )
    static let endpointResponseLocation = LintRule(
        "metadata.endpoint.response-location",
        .error,
        spec: "saml-metadata 2.4.3, 2.4.4",
        title: Bilingual(
            "An endpoint that takes no answers has a ResponseLocation.",
            "不接收应答的端点带有 ResponseLocation。"
        ),
        hint: Bilingual("Remove the attribute.", "请删除该属性。")
    )
    static let endpointIndexMissing = LintRule(
        "metadata.endpoint.index",
        .error,
        spec: "saml-metadata 2.2.3",
        title: Bilingual("An endpoint's index is missing or not a number.", "端点的 index 缺失或不是数字。"),
        hint: Bilingual("Number the endpoints from 0 to 65535.", "请以 0 到 65535 的数字编号。")
    )
    static let endpointIndexDuplicate = LintRule(
        "metadata.endpoint.index-duplicate",
        .error,
        spec: "saml-metadata 2.2.3",
        title: Bilingual("Two endpoints of a kind have the same index.", "同类端点的 index 重复。"),
        hint: Bilingual("Number each differently.", "请编上不同的 index。")
    )
    static let endpointDefaults = LintRule(
        "metadata.endpoint.default",
        .error,
        spec: "saml-metadata 2.2.3",
        title: Bilingual("Two endpoints of a kind are the default.", "同类端点有多个默认值。"),
        hint: Bilingual("Leave isDefault=\"true\" at one of them.", "只在其中一个上保留 isDefault=\"true\"。")
    )
    static let nameIDFormatURI = LintRule(
        "metadata.name-id-format.uri",
        .error,
        spec: "saml-metadata 2.4.2",
        title: Bilingual("A NameIDFormat is not a URI.", "NameIDFormat 不是 URI。"),
        hint: Bilingual(
            "Such as urn:oasis:names:tc:SAML:2.0:nameid-format:transient.",
            "例如 urn:oasis:names:tc:SAML:2.0:nameid-format:transient。"
        )
    )

    /// All of this part.
    static let endpoints = [
        endpointBinding, endpointLocation, endpointResponseLocation, endpointIndexMissing, endpointIndexDuplicate,
        endpointDefaults, nameIDFormatURI,
    ]
}
