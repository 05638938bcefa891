public import SAML

/// Every code that this module refuses with.
public enum HuaweiRefusals: Sendable {
    /// The codes.
    public static let all: [RefusalCode] = [.serviceInvalid, .serviceEncoded, .serviceHost]
}

extension RefusalCode {
    /// Not a usable address.
    public static let serviceInvalid = RefusalCode(
        "token.service-invalid",
        .token,
        spec: "huawei-cloud.md 3.1",
        message: Bilingual("`service` is not an https address.", "service 不是 https 地址。"),
        hint: Bilingual(
            "Give the whole address of a HUAWEI CLOUD page, such as https://console.huaweicloud.com/iam/.",
            "请给出华为云页面的完整地址，例如 https://console.huaweicloud.com/iam/。"
        )
    )
    /// Encoded already.
    public static let serviceEncoded = RefusalCode(
        "token.service-encoded",
        .token,
        spec: "huawei-cloud.md 3.1",
        message: Bilingual("`service` was percent-encoded before.", "service 已被编码过一次。"),
        hint: Bilingual("Give the address as it is; Drawbridge encodes it once.", "请给出未编码的地址，Drawbridge 会编码一次。")
    )
    /// Another host.
    public static let serviceHost = RefusalCode(
        "token.service-host",
        .token,
        spec: "huawei-cloud.md 3.1",
        message: Bilingual("`service` is not a page of this HUAWEI CLOUD site.", "service 不是该华为云站点的页面。"),
        hint: Bilingual("Compare huawei.site with the host of the address.", "请核对 huawei.site 与该地址的主机名。")
    )
}
