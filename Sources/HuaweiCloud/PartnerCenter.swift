public import SAML

/// Where things stand in Partner Center, as its menus name them (huawei-cloud.md 1.1).
public enum PartnerCenter: Sendable {
    /// The page with everything for integration; resellers do not have it.
    public static let openAPIs = Bilingual("Support > Open APIs", "支持 > 能力开放")
    /// Where the metadata is uploaded and the platform id is shown.
    public static let accessConfiguration = Bilingual(
        "Support > Open APIs > Access configuration",
        "支持 > 能力开放 > 接入配置"
    )
    /// Where the partner's own account id is shown, `bpId`.
    public static let credentials = Bilingual(
        "Account > Basic Information > Profile > Manage My Credentials > My Credentials",
        "账号管理 > 基本信息 > 个人资料 > 管理我的凭证 > 我的凭证"
    )
}
