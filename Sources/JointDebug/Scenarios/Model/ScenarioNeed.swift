public import SAML

/// What a scenario needs of the stage beyond an identity provider; without it, it is not run and the report says why.
public enum ScenarioNeed: String, CaseIterable, Codable, Sendable {
    /// A portal's key, so that customers can be handed over.
    case handOff = "hand-off"
    /// Any way for the customer to sign in.
    case signIn = "sign-in"
    /// A Drawbridge whose commands can be given.
    case commands
    /// The association notification's address.
    case notification
    /// The address that metadata is served at.
    case metadata
    /// A BSS that can be called.
    case bss
    /// A SingleLogoutService in the metadata.
    case logout

    /// Why a scenario was not run.
    public var missing: Bilingual {
        switch self {
        case .handOff: Bilingual("no portal key was given (--portal, --portal-key)", "未提供门户密钥（--portal、--portal-key）")
        case .signIn:
            Bilingual(
                "no way to sign in was given (--portal-key, --login-user or --login-command)",
                "未提供登录方式（--portal-key、--login-user 或 --login-command）"
            )
        case .commands:
            Bilingual(
                "the identity provider is not a Drawbridge of this machine (--config)",
                "被测方不是本机的 Drawbridge（--config）"
            )
        case .notification: Bilingual("no notification address is known", "未知通知地址")
        case .metadata: Bilingual("the metadata's address is not known, only a file", "只有元数据文件，未知其地址")
        case .bss:
            Bilingual(
                "the identity provider is not a Drawbridge of this machine that calls the simulated BSS (--config, with bss.endpoint and bss.credentials_file)",
                "被测方不是本机上调用模拟 BSS 的 Drawbridge（--config，并设置 bss.endpoint 和 bss.credentials_file）"
            )
        case .logout: Bilingual("the metadata names no SingleLogoutService", "元数据中没有 SingleLogoutService")
        }
    }
}
