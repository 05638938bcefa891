import SAML

// What joint debugging takes and live traffic does not.
extension WhitelistRefusal.Reason {
    /// A short beginning.
    public static let widePrefix = Self(
        "wide-prefix",
        Bilingual("In live the beginning of an account has at least 4 characters.", "现网中账号前缀至少为 4 个字符。"),
        hint: Bilingual("Use a longer beginning, or list the accounts.", "请使用更长的前缀，或逐一列出账号。")
    )
    /// Beginnings that leave nothing out.
    public static let coveringPrefixes = Self(
        "covering-prefixes",
        Bilingual("Together these beginnings mean every account of a first character.", "这些前缀合起来涵盖了某个首字符的全部账号。"),
        hint: Bilingual("Leave some out, or list the accounts.", "请去掉一部分，或逐一列出账号。")
    )
    /// A range that is too large.
    public static let wideNetwork = Self(
        "wide-network",
        Bilingual("In live a network is /8 or narrower, of IPv6 /16.", "现网中网段前缀不得短于 /8（IPv6 为 /16）。"),
        hint: Bilingual("Name the networks of your operators.", "请填写运维人员所在的网段。")
    )
    /// A destination without host.
    public static let wideDestination = Self(
        "wide-destination",
        Bilingual("In live a destination names its host.", "现网中目标必须写明主机。"),
        hint: Bilingual("Write it like https://console.huaweicloud.com/", "请写成 https://console.huaweicloud.com/ 的形式。")
    )
    /// Something wide without an end.
    public static let endMissing = Self(
        "end-missing",
        Bilingual("In live this entry needs an end date, and an enrolment always does.", "现网中该条目须有结束时间，自助登记始终须有。"),
        hint: Bilingual("Give valid_until.", "请填写 valid_until。")
    )
    /// An SP known by name alone.
    public static let incomplete = Self(
        "incomplete",
        Bilingual(
            "In live an SP is listed with its return addresses and the SHA-256 of its certificates.",
            "现网中服务提供商须列出断言接收地址和证书的 SHA-256。"
        ),
        hint: Bilingual("Take both from its metadata: drawbridge sp show NAME", "请从元数据中获取：drawbridge sp show 名称")
    )

    /// All of this part.
    static let wide: [Self] = [widePrefix, coveringPrefixes, wideNetwork, wideDestination, endMissing, incomplete]
}
