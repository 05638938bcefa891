// What the Kantara deployment profile wants beyond the specification.
extension LintRule {
    static let deploymentSignature = LintRule(
        "saml2int.signature",
        .warning,
        spec: "saml2int SDP-MD02",
        title: Bilingual("The metadata is not signed.", "元数据未签名。"),
        hint: Bilingual("Sign it, or let peers load it over TLS and pin the key.", "请签名，或让对端通过 TLS 获取并固定密钥。")
    )
    static let deploymentValidUntil = LintRule(
        "saml2int.valid-until",
        .error,
        spec: "saml2int SDP-MD03",
        title: Bilingual("The root has no validUntil.", "根元素没有 validUntil。"),
        hint: Bilingual("Add validUntil to the root and publish often.", "请在根元素上添加 validUntil 并定期发布。")
    )
    static let deploymentSigningKey = LintRule(
        "saml2int.signing-key",
        .error,
        spec: "saml2int SDP-MD08",
        title: Bilingual("The identity provider has no signing certificate.", "身份提供商没有签名证书。"),
        hint: Bilingual("Add a KeyDescriptor with use=\"signing\".", "请添加 use=\"signing\" 的 KeyDescriptor。")
    )
    static let deploymentEncryptionKey = LintRule(
        "saml2int.encryption-key",
        .error,
        spec: "saml2int SDP-MD08",
        title: Bilingual("The SP has no encryption certificate.", "SP 没有加密证书。"),
        hint: Bilingual("Add a KeyDescriptor with use=\"encryption\".", "请添加 use=\"encryption\" 的 KeyDescriptor。")
    )
    static let deploymentDisplayName = LintRule(
        "saml2int.display-name",
        .warning,
        spec: "saml2int SDP-MD09",
        title: Bilingual("The role has no mdui:DisplayName.", "角色没有 mdui:DisplayName。"),
        hint: Bilingual("Add it in Extensions/mdui:UIInfo.", "请在 Extensions/mdui:UIInfo 中添加。")
    )
    static let deploymentLogo = LintRule(
        "saml2int.logo",
        .warning,
        spec: "saml2int SDP-MD09",
        title: Bilingual("The role has no mdui:Logo.", "角色没有 mdui:Logo。"),
        hint: Bilingual("Add it in Extensions/mdui:UIInfo.", "请在 Extensions/mdui:UIInfo 中添加。")
    )
    static let deploymentContact = LintRule(
        "saml2int.contact",
        .warning,
        spec: "saml2int SDP-MD11",
        title: Bilingual("The entity has no technical contact.", "实体没有技术联系人。"),
        hint: Bilingual(
            "Add a ContactPerson with contactType=\"technical\".",
            "请添加 contactType=\"technical\" 的 ContactPerson。"
        )
    )
    static let deploymentErrorURL = LintRule(
        "saml2int.error-url",
        .warning,
        spec: "saml2int SDP-MD12",
        title: Bilingual("The identity provider has no https errorURL.", "身份提供商没有 https 的 errorURL。"),
        hint: Bilingual("Name the page where people find help.", "请填写用户求助页面。")
    )
    static let deploymentRedirect = LintRule(
        "saml2int.redirect",
        .error,
        spec: "saml2int SDP-IDP02",
        title: Bilingual("The identity provider takes no requests by HTTP-Redirect.", "身份提供商不接收 HTTP-Redirect 请求。"),
        hint: Bilingual("Add a SingleSignOnService with that binding.", "请添加该绑定的 SingleSignOnService。")
    )
    static let deploymentAlgorithms = LintRule(
        "saml2int.algorithms",
        .note,
        spec: "IIP-MD09",
        title: Bilingual("The entity does not say which algorithms it takes.", "实体未声明其支持的算法。"),
        hint: Bilingual(
            "Add alg:DigestMethod and alg:SigningMethod to Extensions.",
            "请在 Extensions 中添加 alg:DigestMethod 和 alg:SigningMethod。"
        )
    )

    /// All of this part.
    static let deployment = [
        deploymentSignature, deploymentValidUntil, deploymentSigningKey, deploymentEncryptionKey,
        deploymentDisplayName, deploymentLogo, deploymentContact, deploymentErrorURL, deploymentRedirect,
        deploymentAlgorithms,
    ]
}
