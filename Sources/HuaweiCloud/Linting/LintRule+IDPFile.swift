import SAML

// What Partner Center and its importer want of IDP Metadata.xml besides certificates: rules 1 to 5 and 9 to 13.
extension LintRule {
    static let idpFile = numbered(
        1,
        "idp.file",
        .error,
        "1.2, 2.2",
        Bilingual("The file's name or size is not taken in Partner Center.", "文件名或大小不被伙伴中心接受。"),
        Bilingual(
            "The name ends with .xml; at most 2 MB, better between 1,000 and 512,000 octets.",
            "文件名须以 .xml 结尾；不超过 2 MB，建议为 1000 至 512000 字节。"
        )
    )
    static let idpXML = numbered(
        2,
        "idp.xml",
        .error,
        "2.1",
        Bilingual("The file is not plain XML in UTF-8.", "文件不是 UTF-8 编码的普通 XML。"),
        Bilingual("Save it as UTF-8, well-formed, without DOCTYPE.", "请保存为 UTF-8、格式良好且不含 DOCTYPE 的 XML。")
    )
    static let idpRoot = numbered(
        3,
        "idp.root",
        .warning,
        "2.2",
        Bilingual("The root is not one EntityDescriptor.", "根元素不是单个 EntityDescriptor。"),
        Bilingual("Upload a file with one entity only.", "请上传只含一个实体的文件。")
    )
    static let idpEntityID = numbered(
        4,
        "idp.entity-id",
        .error,
        "2.1, 2.2, 3.4",
        Bilingual("The entityID is missing, no URI, or not our Issuer.", "entityID 缺失、不是 URI，或与 Issuer 不同。"),
        Bilingual("It equals the Issuer of the responses.", "须与响应中的 Issuer 一致。")
    )
    static let idpRole = numbered(
        5,
        "idp.role",
        .error,
        "2.1",
        Bilingual("There is not exactly one IDPSSODescriptor for SAML 2.0.", "支持 SAML 2.0 的 IDPSSODescriptor 不是恰好一个。"),
        Bilingual(
            "protocolSupportEnumeration holds urn:oasis:names:tc:SAML:2.0:protocol.",
            "protocolSupportEnumeration 须含 urn:oasis:names:tc:SAML:2.0:protocol。"
        )
    )
    static let idpSingleSignOn = numbered(
        9,
        "idp.single-sign-on",
        .error,
        "2.1, 2.2",
        Bilingual("The first SingleSignOnService cannot be used.", "第一个 SingleSignOnService 不可用。"),
        Bilingual(
            "It comes first with HTTP-Redirect; its address is absolute, https, without #.",
            "第一个应为 HTTP-Redirect，地址为绝对 https 地址，不含 #。"
        )
    )
    static let idpNameIDFormat = numbered(
        10,
        "idp.name-id-format",
        .warning,
        "2.2, 4.2",
        Bilingual("The first NameIDFormat is not transient.", "第一个 NameIDFormat 不是 transient。"),
        Bilingual("Put transient first.", "请将 transient 放在第一个。")
    )
    static let idpSingleLogout = numbered(
        11,
        "idp.single-logout",
        .warning,
        "2.2",
        Bilingual("A SingleLogoutService cannot be used.", "SingleLogoutService 不可用。"),
        Bilingual("HTTP-Redirect or HTTP-POST, with an https address.", "应为 HTTP-Redirect 或 HTTP-POST，使用 https 地址。")
    )
    static let idpOrder = numbered(
        12,
        "idp.order",
        .warning,
        "2.1",
        Bilingual("The children of IDPSSODescriptor are out of order.", "IDPSSODescriptor 的子元素顺序有误。"),
        Bilingual(
            "KeyDescriptor, SingleLogoutService, NameIDFormat, SingleSignOnService.",
            "顺序为 KeyDescriptor、SingleLogoutService、NameIDFormat、SingleSignOnService。"
        )
    )
    static let idpSecret = numbered(
        13,
        "idp.secret",
        .error,
        "2.1",
        Bilingual("The file holds what looks like a secret.", "文件中疑似含有敏感信息。"),
        Bilingual(
            "Remove private keys, passwords and user names; whatever was uploaded is burnt.",
            "请删除私钥、口令和用户名；已上传过的须视为泄露并更换。"
        )
    )

    /// All of this part.
    static let huaweiFile = [
        idpFile, idpXML, idpRoot, idpEntityID, idpRole, idpSingleSignOn, idpNameIDFormat, idpSingleLogout, idpOrder,
        idpSecret,
    ]
}
