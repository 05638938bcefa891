public import SAML

// What is wrong with `service` (huawei-cloud.md 3.1, 10 C).
extension RefusalCode {
    private static func service(_ id: String, _ spec: String, _ message: Bilingual, _ hint: Bilingual) -> RefusalCode {
        RefusalCode("service." + id, .token, spec: spec, message: message, hint: hint)
    }

    private static let wholeAddress = Bilingual(
        "Give the whole address of a HUAWEI CLOUD page, such as https://console.huaweicloud.com/iam/.",
        "请给出华为云页面的完整地址，例如 https://console.huaweicloud.com/iam/。"
    )

    /// No scheme and host.
    public static let serviceNotAbsolute = service(
        "not-absolute",
        "huawei-cloud.md 3.1",
        Bilingual("`service` is not an absolute address.", "service 不是绝对地址。"),
        wholeAddress
    )
    /// Another scheme.
    public static let serviceNotHTTPS = service(
        "not-https",
        "huawei-cloud.md 3.1",
        Bilingual("`service` is not an https address.", "service 不是 https 地址。"),
        wholeAddress
    )
    /// Too long.
    public static let serviceTooLong = service(
        "too-long",
        "Drawbridge design 7",
        Bilingual("`service` is too long.", "service 过长。"),
        Bilingual(
            "Leave out tracking parameters; longer addresses do not survive browsers and proxies.",
            "请去掉跟踪参数；过长的地址无法通过浏览器和代理。"
        )
    )
    /// Spaces, control characters, backslashes, other scripts.
    public static let serviceCharacters = service(
        "characters",
        "RFC 3986 2",
        Bilingual(
            "`service` has a character that no address may have, or a broken escape.",
            "service 含有地址中不允许的字符，或不完整的百分号转义。"
        ),
        Bilingual(
            "Percent-encode other scripts within the path or query once, as UTF-8.",
            "路径或查询参数中的中文等字符，请按 UTF-8 做一次百分号编码。"
        )
    )
    /// `user@host`.
    public static let serviceUserInfo = service(
        "user-info",
        "RFC 3986 7.6",
        Bilingual("`service` has a user name before its host.", "service 的主机名前带有用户名。"),
        Bilingual("Such addresses hide the real host; leave out everything up to `@`.", "这种写法会掩盖真实主机名；请去掉 @ 及其之前的内容。")
    )
    /// A port.
    public static let servicePort = service(
        "port",
        "huawei-cloud.md 3.1",
        Bilingual("`service` has a port.", "service 带有端口号。"),
        Bilingual("HUAWEI CLOUD's pages are on the port of https; leave it out.", "华为云页面使用 https 默认端口；请去掉端口号。")
    )
    /// Another host.
    public static let serviceHost = service(
        "host",
        "huawei-cloud.md 3.1",
        Bilingual("`service` is not a page of this HUAWEI CLOUD site.", "service 不是该华为云站点的页面。"),
        Bilingual("Compare huawei.site with the host of the address.", "请核对 huawei.site 与该地址的主机名。")
    )
    /// Encoded already.
    public static let serviceEncoded = service(
        "encoded",
        "huawei-cloud.md 3.1",
        Bilingual("`service` was percent-encoded before.", "service 已被编码过一次。"),
        Bilingual("Give the address as it is; Drawbridge encodes it once.", "请给出未编码的地址，Drawbridge 会编码一次。")
    )

    /// All of this part.
    static let services = [
        serviceNotAbsolute, serviceNotHTTPS, serviceTooLong, serviceCharacters, serviceUserInfo, servicePort,
        serviceHost, serviceEncoded,
    ]
}
