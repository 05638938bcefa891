import IdentityProvider
import Onboarding
import SAML

/// What a page that refuses says, in both languages.
struct PageWords: Sendable {
    let title: Bilingual
    let message: Bilingual
    /// What to do, for who runs or integrates the service.
    let hint: Bilingual
    /// What to do, for the customer in front of the page.
    let advice: Bilingual
    /// The stable name of what happened, for programs and for the documentation.
    let code: String

    private init(
        _ code: String,
        title: Bilingual,
        _ message: Bilingual,
        _ hint: Bilingual,
        advice: Bilingual? = nil
    ) {
        self.code = code
        self.title = title
        self.message = message
        self.hint = hint
        self.advice = advice ?? hint
    }

    /// A refusal.
    init(_ refusal: Refusal) {
        let title = Bilingual("Sign-in was not possible", "无法完成登录")
        let advice = Self.isForTheOperator(refusal.code) ? Self.askTheSupport : nil
        self.init(refusal.code.id, title: title, refusal.code.message, refusal.code.hint, advice: advice)
    }

    // Commands and configuration keys help no customer. Drawbridge's users find them by the code on the page.
    private static func isForTheOperator(_ code: RefusalCode) -> Bool {
        let settled: [RefusalCode] = [
            .sessionNotConfigured, .sessionNoPortal, .sessionOnlyOnRequest, .sessionFirstLoginUnknown,
        ]
        return code.refusalClass == .whitelist || settled.contains(code)
    }

    private static let askTheSupport = Bilingual(
        "Ask the support of the portal, and give them the reference below.",
        "请联系门户客服，并提供下方的参考编号。"
    )

    /// A fault of ours; what it was stands in the log.
    static let fault = PageWords(
        "fault",
        title: Bilingual("Something went wrong on our side", "服务出现故障"),
        Bilingual("Your request could not be handled.", "您的请求未能处理。"),
        Bilingual("Try again in a minute, or tell the portal the reference.", "请一分钟后重试，或将参考编号告知门户客服。")
    )

    /// An address that means nothing here.
    static let notFound = PageWords(
        "not-found",
        title: Bilingual("There is nothing here", "页面不存在"),
        Bilingual("This address does not lead to HUAWEI CLOUD.", "该地址不能进入华为云。"),
        Bilingual("Start again at the portal.", "请从门户重新进入。")
    )

    /// Too many requests from one address.
    static let tooManyRequests = PageWords(
        "too-many-requests",
        title: Bilingual("Too many requests", "请求过于频繁"),
        Bilingual("Too many requests came from your network address.", "来自您网络地址的请求过多。"),
        Bilingual("Wait a moment and try again.", "请稍候再试。")
    )
}
