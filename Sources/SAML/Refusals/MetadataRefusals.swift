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
    /// Something twice.
    public static let metadataDuplicate = RefusalCode(
        "structure.duplicate-metadata",
        .structure,
        spec: "saml-metadata 2.2.3, 2.3.1",
        message: Bilingual("An entity id or an index occurs twice.", "entityID 或 index 重复出现。"),
        hint: Bilingual("Keep one of the two.", "请只保留其中一个。")
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
        metadataLocation, metadataCertificate, metadataProtocol, metadataACS, metadataDuplicate, metadataExpired,
        metadataNoServiceProvider,
    ]
}
