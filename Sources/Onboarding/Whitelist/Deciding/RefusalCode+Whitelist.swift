public import SAML

// What the whitelist refuses (design section 9): everything that no entry in force names.
extension RefusalCode {
    /// The instance is closed.
    public static let whitelistClosed = RefusalCode(
        "whitelist.closed",
        .whitelist,
        spec: "Drawbridge design 9",
        message: Bilingual("The service is closed: nobody crosses.", "服务已关闭，不接受任何登录。"),
        hint: Bilingual("Reopen it with: drawbridge go-live --reopen", "可用 drawbridge go-live --reopen 重新开放。")
    )
    /// The SP has no entry in force.
    public static let whitelistServiceProvider = RefusalCode(
        "whitelist.service-provider",
        .whitelist,
        spec: "Drawbridge design 9",
        message: Bilingual("The service provider is not on the whitelist.", "该服务提供商不在白名单中。"),
        hint: Bilingual(
            "See why with: drawbridge whitelist check --service-provider ENTITY-ID",
            "可用 drawbridge whitelist check --service-provider 实体ID 查看原因。"
        )
    )
    /// The SP's entry does not name where the Response would go.
    public static let whitelistACS = RefusalCode(
        "whitelist.acs",
        .whitelist,
        spec: "Drawbridge design 9",
        message: Bilingual(
            "The whitelist does not name the return address that the service provider asks for.",
            "白名单中未列出该服务提供商请求的断言接收地址。"
        ),
        hint: Bilingual(
            "When the SP's metadata changed, let two persons put the new address on the whitelist.",
            "若服务提供商的元数据已更新，请由两人将新地址加入白名单。"
        )
    )
    /// The account has no entry in force.
    public static let whitelistAccount = RefusalCode(
        "whitelist.account",
        .whitelist,
        spec: "Drawbridge design 9",
        message: Bilingual("The customer's account is not on the whitelist.", "该客户账号不在白名单中。"),
        hint: Bilingual(
            "See why with: drawbridge whitelist check --account ID",
            "可用 drawbridge whitelist check --account 账号 查看原因。"
        )
    )
    /// No entry in force names the page.
    public static let whitelistDestination = RefusalCode(
        "whitelist.destination",
        .whitelist,
        spec: "Drawbridge design 9",
        message: Bilingual("The page that the link would lead to is not on the whitelist.", "链接将要打开的页面不在白名单中。"),
        hint: Bilingual(
            "Let the portal send another service, or put the page on the whitelist.",
            "请由销售平台改用其他 service，或将该页面加入白名单。"
        )
    )
    /// No entry in force has the address.
    public static let whitelistNetwork = RefusalCode(
        "whitelist.network",
        .whitelist,
        spec: "Drawbridge design 9",
        message: Bilingual("The address is not on the whitelist.", "该地址不在白名单中。"),
        hint: Bilingual("Put the network of your operators on the whitelist.", "请将运维人员所在网段加入白名单。")
    )

    /// All of this part.
    static let whitelist: [RefusalCode] = [
        whitelistClosed, whitelistServiceProvider, whitelistACS, whitelistAccount, whitelistDestination,
        whitelistNetwork,
    ]
}
