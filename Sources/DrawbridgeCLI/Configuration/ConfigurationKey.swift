import SAML

/// Every key of `drawbridge.yaml`: the one list that reading, checking and the documentation share.
struct ConfigurationKey: Sendable {
    /// The path, such as `huawei.platform_id`.
    let path: String
    /// What a value looks like.
    let kind: Kind
    /// The value without the key; empty when there is none.
    let standard: String
    /// A value that is taken.
    let example: String
    /// What it is.
    let meaning: Bilingual

    /// The types of values, as the documentation names them.
    enum Kind: String, Sendable {
        case origin, uri, host, port, path, seconds, count, networks, choice, boolean, text
    }

    init(
        _ path: String,
        _ kind: Kind,
        _ standard: String,
        _ example: String,
        _ en: String,
        _ zh: String
    ) {
        self.path = path
        self.kind = kind
        self.standard = standard
        self.example = example
        meaning = Bilingual(en, zh)
    }

    static let all: [ConfigurationKey] = [
        .init(
            "base_url",
            .origin,
            "",
            "https://idp.example.com",
            "The address that browsers reach this service by, https, without a slash at its end.",
            "浏览器访问本服务的地址，https，末尾不带斜杠。"
        ),
        .init(
            "entity_id",
            .uri,
            "base_url + /saml/metadata",
            "https://idp.example.com/saml/metadata",
            "The SAML entity id.",
            "SAML entityID。"
        ),
        .init(
            "listen.host",
            .host,
            "127.0.0.1",
            "0.0.0.0",
            "The address that the public listener binds to.",
            "对外监听地址。"
        ),
        .init("listen.port", .port, "8080", "8443", "Its port.", "对外监听端口。"),
        .init(
            "operations.host",
            .host,
            "127.0.0.1",
            "10.0.0.5",
            "The address that the operations listener binds to.",
            "运维监听地址。"
        ),
        .init("operations.port", .port, "8081", "9081", "Its port.", "运维监听端口。"),
        .init(
            "tls.certificate_file",
            .path,
            "",
            "/etc/drawbridge/tls/fullchain.pem",
            "The certificate chain with which the public listener speaks TLS itself; without it a proxy in front does.",
            "对外监听端口自身提供 TLS 时的证书链；不填则由前置代理提供。"
        ),
        .init(
            "tls.key_file",
            .path,
            "",
            "/etc/drawbridge/tls/privkey.pem",
            "Its key, PEM, not encrypted, not readable by everybody. Both files are read anew when they change.",
            "其私钥，未加密的 PEM，不得任何人可读。两个文件变化后自动重新读取。"
        ),
        .init(
            "trusted_proxies",
            .networks,
            "",
            "10.0.0.0/24, 2001:db8::1",
            "The proxies whose X-Forwarded-For counts, as addresses or networks; the header is not read from others.",
            "可信代理的地址或网段：仅采信其 X-Forwarded-For；其他来源的该头不予读取。"
        ),
        .init(
            "limits.connections",
            .count,
            "16384",
            "4096",
            "Connections of the public listener at a time; fewer when the system allows fewer open files.",
            "对外监听端口的最大并发连接数；系统允许打开的文件数不足时相应减少。"
        ),
        .init(
            "limits.connections_per_address",
            .count,
            "512",
            "100",
            "The same for one IPv4 address or one IPv6 network of 64 bits; trusted proxies are not counted.",
            "单个 IPv4 地址或 IPv6 /64 网段的最大并发连接数；受信代理不计。"
        ),
        .init(
            "limits.requests_per_minute",
            .count,
            "1200",
            "300",
            "Requests a minute from one address, as many at once; beyond it the answer is 429. 0 for no limit.",
            "单个地址每分钟的请求数，亦为瞬时上限；超出时回答 429。0 表示不限制。"
        ),
        .init(
            "store",
            .path,
            "drawbridge.sqlite",
            "/var/lib/drawbridge/drawbridge.sqlite",
            "The store's file.",
            "存储文件。"
        ),
        .init(
            "directories.certificates",
            .path,
            "certs",
            "/etc/drawbridge/certs",
            "Where certificates and private keys stand.",
            "证书与私钥目录。"
        ),
        .init(
            "directories.metadata",
            .path,
            "metadata",
            "/etc/drawbridge/metadata",
            "Where metadata stands.",
            "元数据目录。"
        ),
        .init("directories.portals", .path, "portals", "/etc/drawbridge/portals", "Where portals stand.", "门户目录。"),
        .init(
            "keys.passphrase_file",
            .path,
            "certs/private/passphrase",
            "/etc/drawbridge/passphrase",
            "The file that holds the passphrase of the private keys; DRAWBRIDGE_KEYS_PASSPHRASE wins.",
            "私钥口令文件；环境变量 DRAWBRIDGE_KEYS_PASSPHRASE 优先。"
        ),
        .init("skew", .seconds, "180", "60", "How many seconds a peer's clock may differ.", "允许的对端时钟偏差（秒）。"),
        .init(
            "hand_off.session",
            .seconds,
            "300",
            "600",
            "How many seconds a session answers requests before the portal is asked again.",
            "会话应答请求的秒数，超过后需重新向门户确认。"
        ),
        .init(
            "huawei.site",
            .choice,
            "",
            "china",
            "china, international, europe, or simulation; without it no HUAWEI preset is used.",
            "china、international、europe 或 simulation；不填则不启用华为云预设。"
        ),
        .init(
            "huawei.service_provider",
            .uri,
            "of the site",
            "https://auth.example.com/",
            "The entity id of HUAWEI CLOUD's SP, where the site's is not documented.",
            "华为云 SP 的 entityID；站点未公开时填写。"
        ),
        .init(
            "huawei.platform_id",
            .text,
            "",
            "example_IDP",
            "The partner platform id (xAccountType) that Partner Center shows.",
            "伙伴中心给出的伙伴平台标识（xAccountType）。"
        ),
        .init(
            "huawei.bp_id",
            .text,
            "",
            "0123456789abcdef0123456789abcdef",
            "The partner's own HUAWEI CLOUD account id.",
            "伙伴自己的华为云账号 ID。"
        ),
        .init(
            "partner_center.paid_url",
            .uri,
            "",
            "https://mall.example.com/orders",
            "The page of the portal behind a paid order, for the sheet of `access-config show`.",
            "订单支付成功后跳转的门户页面，用于 access-config show。"
        ),
        .init(
            "partner_center.top_up_url",
            .uri,
            "",
            "https://mall.example.com/top-up",
            "The page of the portal for a top-up, for the sheet of `access-config show`.",
            "充值时跳转的门户页面，用于 access-config show。"
        ),
        .init(
            "checklist.unused_days",
            .count,
            "30",
            "60",
            "How many days a listed account may not cross before the checklist warns (`whitelist.unused`).",
            "账号多少天未使用后检查清单提出警告（`whitelist.unused`）。"
        ),
        .init(
            "checklist.backup_days",
            .count,
            "7",
            "1",
            "How many days old the last backup may be (`store.backup`).",
            "最近一次备份最多可有多少天（`store.backup`）。"
        ),
        .init(
            "huawei.simulation.login",
            .origin,
            "",
            "http://127.0.0.1:8090",
            "The origin of the simulated login host, for site simulation.",
            "模拟登录站点的源，仅用于 simulation。"
        ),
        .init(
            "huawei.simulation.console",
            .origin,
            "",
            "http://127.0.0.1:8091",
            "The origin of the simulated console host, for site simulation.",
            "模拟控制台的源，仅用于 simulation。"
        ),
        .init(
            "first_login.when_unknown",
            .boolean,
            "",
            "false",
            "What isFirstLogin says of a customer whose association is not known: true or false.",
            "绑定状态未知时 isFirstLogin 的取值：true 或 false。"
        ),
        .init(
            "notification.signed_over",
            .choice,
            "base64-text",
            "decoded-json",
            "What HUAWEI CLOUD's notification is signed over: base64-text or decoded-json.",
            "华为云关联结果通知的签名对象：base64-text 或 decoded-json。"
        ),
        .init(
            "bss.endpoint",
            .origin,
            "",
            "http://127.0.0.1:9082",
            "The BSS endpoint where the site's is not documented, or is the simulation's.",
            "BSS 终端节点；仅用于没有公开文档的站点或模拟环境。"
        ),
        .init(
            "bss.credentials_file",
            .path,
            "",
            "/etc/drawbridge/bss.yaml",
            "The file with access_key and secret_key for the BSS, or user, domain and password, mode 0600; DRAWBRIDGE_BSS_AK and DRAWBRIDGE_BSS_SK win.",
            "BSS 凭据文件（access_key 与 secret_key，或 user、domain 与 password），权限 0600；环境变量 DRAWBRIDGE_BSS_AK 和 DRAWBRIDGE_BSS_SK 优先。"
        ),
        .init(
            "attributes.optional",
            .choice,
            "first-login",
            "always",
            "When name, email and mobile are sent: first-login, always or never.",
            "何时发送 name、email、mobile：first-login、always 或 never。"
        ),
        .init(
            "test_directory.file",
            .path,
            "",
            "test-users.yaml",
            "The users of the test directory, for joint debugging; without it there is no `/login`.",
            "接口联调用测试目录的用户文件；不填则没有 /login。"
        ),
        .init(
            "test_directory.accounts",
            .text,
            "",
            "a-1001, a-1002",
            "The exact xAccountIds of test users that may sign in to an SP which is not on this machine, separated by commas.",
            "允许登录非本机 SP 的测试用户的准确 xAccountId，以逗号分隔。"
        ),
        .init(
            "test_directory.sign_in",
            .boolean,
            "false",
            "true",
            "Whether a request that waits is sent to `/login` even where a portal is registered: true or false.",
            "已登记门户时，等待登录的请求是否仍转到 /login：true 或 false。"
        ),
        .init("organization.name", .text, "", "示例公司", "The legal name in metadata.", "元数据中的法定名称。"),
        .init("organization.display_name", .text, "", "示例", "The name for people in metadata.", "元数据中的显示名称。"),
        .init("organization.url", .uri, "", "https://www.example.com", "The home page in metadata.", "元数据中的主页。"),
        .init("organization.language", .text, "zh", "en", "The language of the three.", "以上三项的语言。"),
        .init("contact.name", .text, "", "值班工程师", "The technical contact in metadata.", "元数据中的技术联系人。"),
        .init("contact.email", .text, "", "oncall@example.com", "Their e-mail address.", "联系人邮箱。"),
        .init(
            "log.level",
            .choice,
            "info",
            "notice",
            "trace, debug, info, notice, warning, error or critical.",
            "trace、debug、info、notice、warning、error 或 critical。"
        ),
        .init(
            "log.format",
            .choice,
            "text",
            "json",
            "text for people, or json, one object a line.",
            "text 便于阅读；json 为每行一个对象。"
        ),
    ]
}
