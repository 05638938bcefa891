import SAML

/// What an exchange is about, by its address (design section 7).
enum SeenRoute {
    case metadata
    case request
    case handOff
    case resumption
    case login
    case logout
    case notification
    case other

    /// Reads the address; ids in it stand in braces or after a colon.
    init(_ url: String) {
        let path = url.prefix { $0 != "?" }
        if path.hasSuffix("/saml/metadata") {
            self = .metadata
        } else if path.contains("/saml/sso") {
            self = .request
        } else if path.contains("/sso/start") || path.hasSuffix("/sso/choose") {
            self = .handOff
        } else if path.contains("/sso/resume") {
            self = .resumption
        } else if path.hasSuffix("/login") {
            self = .login
        } else if path.hasSuffix("/saml/slo") || path.hasSuffix("/sso/end") {
            self = .logout
        } else if path.hasSuffix("/huawei/association") {
            self = .notification
        } else {
            self = .other
        }
    }

    var family: ScenarioFamily {
        switch self {
        case .metadata, .other: .metadata
        case .request, .handOff, .login: .signOn
        case .resumption: .waiting
        case .logout: .logout
        case .notification: .notification
        }
    }

    var title: Bilingual {
        switch self {
        case .metadata: Bilingual("Our metadata is fetched", "读取本方元数据")
        case .request: Bilingual("An AuthnRequest comes", "收到 AuthnRequest")
        case .handOff: Bilingual("The portal hands a customer over", "门户移交客户")
        case .resumption: Bilingual("The portal hands a customer over whose request waits", "门户移交有等待请求的客户")
        case .login: Bilingual("Somebody signs in at the test directory", "通过测试目录登录")
        case .logout: Bilingual("A session ends", "会话结束")
        case .notification: Bilingual("An association notification comes", "收到关联结果通知")
        case .other: Bilingual("An address is asked that is none of ours", "访问了本服务没有的地址")
        }
    }
}
