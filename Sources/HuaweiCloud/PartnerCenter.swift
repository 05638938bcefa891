public import SAML

/// Where things stand in Partner Center, as its menus name them (huawei-cloud.md 1.1).
public enum PartnerCenter: Sendable {
    /// The largest metadata that Partner Center takes, in octets (huawei-cloud.md 1.2).
    public static let largestMetadata = 2 * 1024 * 1024
    /// What IAM takes (huawei-cloud.md 2.2).
    public static let usualMetadata = 1000...512_000

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
    /// Where the service provider's metadata is saved from.
    public static let serviceProviderMetadata = Bilingual(
        "Support > Open APIs > Access preparation > Obtain SP metadata file",
        "支持 > 能力开放 > 接入准备 > 获取SP Metadata文件"
    )
}
