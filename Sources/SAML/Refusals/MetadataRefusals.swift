// What is wrong with metadata (saml-metadata 2).
extension RefusalCode {
    /// An address that must not be used.
    public static let metadataLocation = RefusalCode(
        "schema.location",
        .schema,
        spec: "saml-metadata 2.2.2, saml2int SDP-IDP03",
        message: Bilingual("An endpoint's address cannot be used.", "端点地址不可用。"),
        hint: Bilingual("Endpoints need https; http is taken on this machine only.", "端点必须使用 https；仅本机允许 http。")
    )
    /// A certificate that cannot be read.
    public static let metadataCertificate = RefusalCode(
        "key.certificate",
        .key,
        spec: "saml-metadata 2.4.1.1",
        message: Bilingual("A certificate cannot be read.", "无法读取证书。"),
        hint: Bilingual(
            "X509Certificate holds the Base64 of the DER, without BEGIN and END lines.",
            "X509Certificate 中应为 DER 的 Base64，不含 BEGIN 和 END 行。"
        )
    )
    /// Not SAML 2.0.
    public static let metadataProtocol = RefusalCode(
        "schema.protocol-support",
        .schema,
        spec: "saml-metadata 2.4.1",
        message: Bilingual("The role does not support SAML 2.0.", "该角色不支持 SAML 2.0。"),
        hint: Bilingual(
            "protocolSupportEnumeration must contain urn:oasis:names:tc:SAML:2.0:protocol.",
            "protocolSupportEnumeration 须包含 urn:oasis:names:tc:SAML:2.0:protocol。"
        )
    )
    /// No usable ACS.
    public static let metadataACS = RefusalCode(
        "acs.none",
        .acs,
        spec: "saml-metadata 2.4.4, saml-profiles 4.1.2",
        message: Bilingual("The SP has no address that takes responses by HTTP-POST.", "该 SP 没有以 HTTP-POST 接收响应的地址。"),
        hint: Bilingual(
            "Add an AssertionConsumerService with the HTTP-POST binding.",
            "请添加绑定为 HTTP-POST 的 AssertionConsumerService。"
        )
    )
    /// An entity twice.
    public static let metadataDuplicate = RefusalCode(
        "structure.duplicate-entity",
        .structure,
        spec: "saml-metadata 2.3.1",
        message: Bilingual("An entity id occurs twice.", "entityID 重复出现。"),
        hint: Bilingual("Keep one of the two.", "请只保留其中一个。")
    )
    /// An ACS index twice.
    public static let metadataDuplicateIndex = RefusalCode(
        "structure.duplicate-index",
        .structure,
        spec: "saml-metadata 2.2.3",
        message: Bilingual("Two endpoints have the same index.", "两个端点的 index 相同。"),
        hint: Bilingual(
            "Number the AssertionConsumerServices, each differently.",
            "请为各 AssertionConsumerService 编上不同的 index。"
        )
    )
    /// No entity id.
    public static let metadataEntityID = RefusalCode(
        "schema.entity-id",
        .schema,
        spec: "saml-metadata 2.3.2, saml-core 8.3.6",
        message: Bilingual("The entity id is missing, blank or too long.", "entityID 缺失、为空或过长。"),
        hint: Bilingual(
            "entityID is a URI of at most 1024 octets without white space around it.",
            "entityID 是不超过 1024 字节的 URI，前后不能有空白。"
        )
    )
    /// No role at all.
    public static let metadataNoRole = RefusalCode(
        "schema.no-role",
        .schema,
        spec: "saml-metadata 2.3.2",
        message: Bilingual("The entity has no role.", "该实体没有任何角色。"),
        hint: Bilingual(
            "An EntityDescriptor needs an SPSSODescriptor or an IDPSSODescriptor.",
            "EntityDescriptor 中须有 SPSSODescriptor 或 IDPSSODescriptor。"
        )
    )
    /// An identity provider that takes no requests.
    public static let metadataSingleSignOn = RefusalCode(
        "schema.no-single-sign-on",
        .schema,
        spec: "saml-metadata 2.4.3",
        message: Bilingual("The identity provider has no address for requests.", "身份提供商没有接收请求的地址。"),
        hint: Bilingual("Add a SingleSignOnService.", "请添加 SingleSignOnService。")
    )
    /// validUntil is over.
    public static let metadataExpired = RefusalCode(
        "time.metadata-expired",
        .time,
        spec: "saml-metadata 2.3.2, IIP-MD04",
        message: Bilingual("The metadata is no longer valid.", "元数据已失效。"),
        hint: Bilingual("Get the current file from its owner.", "请向其所有者获取最新文件。")
    )
    /// No SP role.
    public static let metadataNoServiceProvider = RefusalCode(
        "schema.no-sp-role",
        .schema,
        spec: "saml-metadata 2.4.4",
        message: Bilingual("The metadata describes no service provider.", "元数据中没有服务提供商。"),
        hint: Bilingual("Use the SP's metadata, not an identity provider's.", "请使用 SP 的元数据，而不是身份提供商的。")
    )

    /// All of this part.
    static let metadata: [RefusalCode] = [
        metadataLocation, metadataCertificate, metadataProtocol, metadataACS, metadataDuplicate,
        metadataDuplicateIndex, metadataEntityID, metadataNoRole, metadataSingleSignOn, metadataExpired,
        metadataNoServiceProvider,
    ]
}
