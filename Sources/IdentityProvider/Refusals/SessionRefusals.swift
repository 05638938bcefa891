public import SAML

// What is wrong with the browser's way through us (design section 7).
extension RefusalCode {
    /// The sign-in is older than the request that wants a fresh one.
    public static let forceAuthnStale = RefusalCode(
        "session.force-authn",
        .session,
        spec: "saml-core 3.4.1, saml2int SDP-IDP07",
        message: Bilingual(
            "The request wants a fresh sign-in, and the portal reported an older one.",
            "请求要求重新登录，而门户报告的是较早的登录。"
        ),
        hint: Bilingual(
            "The portal must ask for the password again and send auth_time of that moment.",
            "门户必须重新验证密码，并在令牌中给出该时刻的 auth_time。"
        )
    )
    /// The waiting request is unknown or over.
    public static let sessionRequestUnknown = RefusalCode(
        "session.request-unknown",
        .session,
        spec: "Drawbridge design 7",
        message: Bilingual(
            "The request that waited for this sign-in is over or was answered.",
            "等待本次登录的请求已过期或已处理。"
        ),
        hint: Bilingual(
            "Requests wait ten minutes and are answered once. Start again from the portal.",
            "请求最多等待十分钟，且只处理一次。请从门户重新开始。"
        )
    )
    /// Another browser.
    public static let sessionOtherBrowser = RefusalCode(
        "session.other-browser",
        .session,
        spec: "Drawbridge design 7, saml-profiles 4.1.5",
        message: Bilingual(
            "The sign-in began in another browser, or cookies are blocked.",
            "登录是在另一个浏览器中开始的，或 Cookie 被禁用。"
        ),
        hint: Bilingual("Start again from the portal in this browser.", "请在当前浏览器中从门户重新开始。")
    )
    /// Stage closed.
    public static let sessionClosed = RefusalCode(
        "session.closed",
        .session,
        spec: "Drawbridge design 2",
        message: Bilingual("Sign-on is closed at the moment.", "当前已关闭登录。"),
        hint: Bilingual("The operator closed it; ask the partner's support.", "运维人员已将其关闭，请联系伙伴支持。")
    )
    /// HUAWEI CLOUD preset missing.
    public static let sessionNotConfigured = RefusalCode(
        "session.huawei-not-configured",
        .session,
        spec: "huawei-cloud.md 1.1",
        message: Bilingual(
            "The access to HUAWEI CLOUD is not configured completely.",
            "尚未完成华为云接入配置。"
        ),
        hint: Bilingual(
            "Set huawei.site, huawei.platform_id and huawei.bp_id. Partner Center shows the platform id under Support > Open APIs > Access configuration.",
            "请设置 huawei.site、huawei.platform_id 和 huawei.bp_id。伙伴平台标识见 伙伴中心 > 支持 > 能力开放 > 接入配置。"
        )
    )
    /// No portal.
    public static let sessionNoPortal = RefusalCode(
        "session.no-portal",
        .session,
        spec: "Drawbridge design 7",
        message: Bilingual("There is no portal to sign in at.", "没有可用于登录的门户。"),
        hint: Bilingual("Register one with `drawbridge portals add`.", "请用 drawbridge portals add 登记门户。")
    )
    /// isFirstLogin cannot be known.
    public static let sessionFirstLoginUnknown = RefusalCode(
        "session.first-login-unknown",
        .session,
        spec: "huawei-cloud.md 3.1, Drawbridge design 7",
        message: Bilingual(
            "It is not known whether this is the customer's first login.",
            "无法确定这是否为该客户的首次登录。"
        ),
        hint: Bilingual(
            "Send first_login in the token, or set first_login.when_unknown in the configuration.",
            "请在令牌中给出 first_login，或在配置中设置 first_login.when_unknown。"
        )
    )
    /// An SP that is entered on its own request only.
    public static let sessionOnlyOnRequest = RefusalCode(
        "session.only-on-request",
        .session,
        spec: "saml-profiles 4.1.5, Drawbridge design 7",
        message: Bilingual(
            "This service provider is entered by its own address, not from the portal.",
            "该服务提供商只能从其自身地址进入，不能由门户直接进入。"
        ),
        hint: Bilingual(
            "Send the customer to the service provider, which then asks; or set idp_initiated: true in metadata/sp/NAME.yaml. HUAWEI CLOUD is entered by a token with service, without sp.",
            "请将客户送往该服务提供商，由其发起请求；或在 metadata/sp/NAME.yaml 中设置 idp_initiated: true。进入华为云请使用带 service、不带 sp 的令牌。"
        )
    )
    /// A logout answer that nobody waits for.
    public static let sessionLogoutUnknown = RefusalCode(
        "session.logout-unknown",
        .session,
        spec: "saml-profiles 4.4.3, Drawbridge design 7",
        message: Bilingual(
            "The logout that this answers is over, or was never asked for.",
            "该应答对应的退出流程已结束，或从未发起。"
        ),
        hint: Bilingual(
            "The service provider must send RelayState back as it came; a logout may take ten minutes.",
            "服务提供商须原样返回 RelayState；退出流程最长十分钟。"
        )
    )

    /// All of this part.
    static let sessions: [RefusalCode] = [
        forceAuthnStale, sessionRequestUnknown, sessionOtherBrowser, sessionClosed, sessionNotConfigured,
        sessionFirstLoginUnknown, sessionNoPortal, sessionOnlyOnRequest, sessionLogoutUnknown,
    ]
}
