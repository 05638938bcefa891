import SAML

/// Every key of `drawbridge.yaml`: the one list that reading, checking and the documentation share.
struct ConfigurationKey: Sendable {
    /// The path, such as `huawei.platform_id`.
    let path: String
    /// The value without the key; empty when there is none.
    let standard: String
    /// What it is.
    let meaning: Bilingual

    private init(_ path: String, _ standard: String, _ en: String, _ zh: String) {
        self.path = path
        self.standard = standard
        meaning = Bilingual(en, zh)
    }

    static let all: [ConfigurationKey] = [
        .init(
            "base_url",
            "",
            "The address that browsers reach this service by, https, without a slash at its end.",
            "浏览器访问本服务的地址，https，末尾不带斜杠。"
        ),
        .init("entity_id", "base_url + /saml/metadata", "The SAML entity id.", "SAML entityID。"),
        .init("listen.host", "127.0.0.1", "The address that the public listener binds to.", "对外监听地址。"),
        .init("listen.port", "8080", "Its port.", "对外监听端口。"),
        .init("operations.host", "127.0.0.1", "The address that the operations listener binds to.", "运维监听地址。"),
        .init("operations.port", "8081", "Its port.", "运维监听端口。"),
        .init("store", "drawbridge.sqlite", "The store's file.", "存储文件。"),
        .init("directories.certificates", "certs", "Where certificates and private keys stand.", "证书与私钥目录。"),
        .init("directories.metadata", "metadata", "Where metadata stands.", "元数据目录。"),
        .init("directories.portals", "portals", "Where portals stand.", "门户目录。"),
        .init(
            "keys.passphrase_file",
            "certs/private/passphrase",
            "The file that holds the passphrase of the private keys; DRAWBRIDGE_KEYS_PASSPHRASE wins.",
            "私钥口令文件；环境变量 DRAWBRIDGE_KEYS_PASSPHRASE 优先。"
        ),
        .init("skew", "180", "How many seconds a peer's clock may differ.", "允许的对端时钟偏差（秒）。"),
        .init(
            "hand_off.session",
            "300",
            "How many seconds a session answers requests before the portal is asked again.",
            "会话应答请求的秒数，超过后需重新向门户确认。"
        ),
        .init(
            "huawei.site",
            "",
            "china, international, europe, or simulation; without it no HUAWEI preset is used.",
            "china、international、europe 或 simulation；不填则不启用华为云预设。"
        ),
        .init(
            "huawei.service_provider",
            "of the site",
            "The entity id of HUAWEI CLOUD's SP, where the site's is not documented.",
            "华为云 SP 的 entityID；站点未公开时填写。"
        ),
        .init(
            "huawei.platform_id",
            "",
            "The partner platform id (xAccountType) that Partner Center shows.",
            "伙伴中心给出的伙伴平台标识（xAccountType）。"
        ),
        .init("huawei.bp_id", "", "The partner's own HUAWEI CLOUD account id.", "伙伴自己的华为云账号 ID。"),
        .init(
            "huawei.simulation.login",
            "",
            "The origin of the simulated login host, for site simulation.",
            "模拟登录站点的源，仅用于 simulation。"
        ),
        .init(
            "huawei.simulation.console",
            "",
            "The origin of the simulated console host, for site simulation.",
            "模拟控制台的源，仅用于 simulation。"
        ),
        .init(
            "first_login.when_unknown",
            "",
            "What isFirstLogin says of a customer whose association is not known: true or false.",
            "绑定状态未知时 isFirstLogin 的取值：true 或 false。"
        ),
        .init(
            "notification.signed_over",
            "base64-text",
            "What HUAWEI CLOUD's notification is signed over: base64-text or decoded-json.",
            "华为云关联结果通知的签名对象：base64-text 或 decoded-json。"
        ),
        .init(
            "attributes.optional",
            "first-login",
            "When name, email and mobile are sent: first-login, always or never.",
            "何时发送 name、email、mobile：first-login、always 或 never。"
        ),
        .init("organization.name", "", "The legal name in metadata.", "元数据中的法定名称。"),
        .init("organization.display_name", "", "The name for people in metadata.", "元数据中的显示名称。"),
        .init("organization.url", "", "The home page in metadata.", "元数据中的主页。"),
        .init("organization.language", "zh", "The language of the three.", "以上三项的语言。"),
        .init("contact.name", "", "The technical contact in metadata.", "元数据中的技术联系人。"),
        .init("contact.email", "", "Their e-mail address.", "联系人邮箱。"),
        .init(
            "log.level",
            "info",
            "trace, debug, info, notice, warning, error or critical.",
            "trace、debug、info、notice、warning、error 或 critical。"
        ),
    ]
}
