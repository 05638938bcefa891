public import SAML

/// What a scenario is about; a run can be asked for some of them.
public enum ScenarioFamily: String, CaseIterable, Codable, Sendable {
    /// The identity provider's metadata as the importer sees it.
    case metadata
    /// A customer with a bound account crosses.
    case signOn = "sign-on"
    /// A customer without one.
    case firstLogin = "first-login"
    /// What the assertion says of the customer.
    case attributes
    /// Requests that are unusual, wrong or hostile.
    case requests
    /// A request comes before the customer has signed in.
    case waiting
    /// Sessions end.
    case logout
    /// Association notifications, right and wrong.
    case notification
    /// Calls of the BSS API.
    case bss
    /// Keys change on either side.
    case rollover
    /// Many at once.
    case load

    /// Its name for people.
    public var title: Bilingual {
        switch self {
        case .metadata: Bilingual("Metadata", "元数据")
        case .signOn: Bilingual("Plain sign-on", "普通登录")
        case .firstLogin: Bilingual("First login", "首次登录")
        case .attributes: Bilingual("Attributes", "属性")
        case .requests: Bilingual("Requests", "请求")
        case .waiting: Bilingual("Waiting sign-in", "等待登录")
        case .logout: Bilingual("Logout", "登出")
        case .notification: Bilingual("Notification", "关联通知")
        case .bss: Bilingual("BSS API", "BSS 接口")
        case .rollover: Bilingual("Key rollover", "密钥轮换")
        case .load: Bilingual("Load", "负载")
        }
    }
}
