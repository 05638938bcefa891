import SAML

// What cannot be an entry's subject, in any stage.
extension WhitelistRefusal.Reason {
    /// Not an account.
    public static let account = Self(
        "account",
        Bilingual(
            "An account has 1 to 128 visible characters, and * at its end alone.",
            "账号须为 1 到 128 个可见字符，* 只能位于末尾。"
        ),
        hint: Bilingual("Write the xAccountId as the portal sends it.", "请按销售平台发送的 xAccountId 填写。")
    )
    /// A number that was an id.
    public static let damaged = Self(
        "damaged",
        Bilingual("A spreadsheet made a number of the id.", "标识被电子表格改成了数字。"),
        hint: Bilingual("Export the column as text.", "请将该列按文本导出。")
    )
    /// An id that YAML reads as a number.
    public static let unquoted = Self(
        "unquoted",
        Bilingual("YAML reads this id as a number.", "YAML 会将该标识读作数字。"),
        hint: Bilingual("Put it in quotation marks.", "请加上引号。")
    )
    /// Not a place.
    public static let destination = Self(
        "destination",
        Bilingual(
            "A destination is an address with host and path, without user name, query, fragment, backslash and hidden characters.",
            "目标须为含主机和路径的地址，不含用户名、查询参数、片段、反斜杠或隐藏字符。"
        ),
        hint: Bilingual(
            "Write it like https://console.huaweicloud.com/iam/",
            "请写成 https://console.huaweicloud.com/iam/ 的形式。"
        )
    )
    /// Not a range.
    public static let network = Self(
        "network",
        Bilingual("A network is an IPv4 or IPv6 address with the number of its bits.", "网段须为 IPv4 或 IPv6 地址加前缀位数。"),
        hint: Bilingual("Write it like 10.1.0.0/16 or 2001:db8::/32.", "请写成 10.1.0.0/16 或 2001:db8::/32 的形式。")
    )
    /// Bits behind the prefix.
    public static let networkBits = Self(
        "network-bits",
        Bilingual("The address has bits behind its prefix.", "该地址在前缀之外还有非零位。"),
        hint: Bilingual("Write the first address of the range, or a longer prefix.", "请填写网段的首地址，或使用更长的前缀。")
    )
    /// Not a host and port.
    public static let gateway = Self(
        "gateway",
        Bilingual("A gateway is a host and a port.", "网关须为主机和端口。"),
        hint: Bilingual("Write it like bss.myhuaweicloud.com:443.", "请写成 bss.myhuaweicloud.com:443 的形式。")
    )
    /// Not an entity id.
    public static let entityID = Self(
        "entity-id",
        Bilingual("An entity id has 1 to 1024 visible characters of ASCII.", "实体 ID 须为 1 到 1024 个可见 ASCII 字符。"),
        hint: Bilingual("Take it from the SP's metadata.", "请从服务提供商的元数据中复制。")
    )
    /// Not a return address.
    public static let assertionConsumerService = Self(
        "acs",
        Bilingual("A return address is an https address.", "断言接收地址须为 https 地址。"),
        hint: Bilingual("Take it from the SP's metadata.", "请从服务提供商的元数据中复制。")
    )
    /// Not a digest.
    public static let certificate = Self(
        "certificate",
        Bilingual("A certificate is written as its SHA-256, 64 hexadecimal digits.", "证书须写成 SHA-256，即 64 位十六进制数字。"),
        hint: Bilingual("See it with: drawbridge sp show NAME", "可用 drawbridge sp show 名称 查看。")
    )
    /// Not a platform id.
    public static let platformID = Self(
        "platform-id",
        Bilingual("A platform id has 1 to 64 visible characters.", "平台标识须为 1 到 64 个可见字符。"),
        hint: Bilingual("Take it from Partner Center.", "请从伙伴中心复制。")
    )
    /// Not a site.
    public static let site = Self(
        "site",
        Bilingual(
            "The site is china, international, europe or simulation.",
            "站点只能是 china、international、europe 或 simulation。"
        ),
        hint: Bilingual("Leave it out for another SP.", "其他服务提供商请留空。")
    )
    /// Not an enrolment.
    public static let enrolment = Self(
        "enrolment",
        Bilingual(
            "An enrolment names a portal and how many accounts it may add a day, 1 to 100000.",
            "自助登记须写明销售平台及每日可添加的账号数（1 到 100000）。"
        ),
        hint: Bilingual("See the names with: drawbridge portals list", "可用 drawbridge portals list 查看名称。")
    )
    /// An end before its beginning.
    public static let validity = Self(
        "validity",
        Bilingual("The end is not behind the beginning.", "结束时间不晚于开始时间。"),
        hint: Bilingual("Write both as 2026-12-31T16:00:00Z.", "请按 2026-12-31T16:00:00Z 的形式填写。")
    )
    /// Not a name.
    public static let person = Self(
        "person",
        Bilingual("A person's name has 1 to 64 visible characters.", "人员名称须为 1 到 64 个可见字符。"),
        hint: Bilingual("Give it without spaces.", "名称中不能有空格。")
    )

    /// All of this part.
    static let subjects: [Self] = [
        account, damaged, unquoted, destination, network, networkBits, gateway, entityID, assertionConsumerService,
        certificate, platformID, site, enrolment, validity, person,
    ]
}
