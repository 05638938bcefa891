import IdentityProvider
import Mustache
import SAML
import XMLSecurity

/// The pages of a logout: the question before and the report behind it, in both languages, without script.
enum LogoutPage {
    // The button's form goes to us and nowhere else.
    static let contentSecurityPolicy = Page.contentSecurityPolicy.replacing(
        "form-action 'none'",
        with: "form-action 'self'"
    )

    private static let template = try? MustacheTemplate(
        string: """
            <!DOCTYPE html><html lang="{{lang}}"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>{{title}}</title>\
            <style>{{{style}}}</style></head><body><h1>{{title}}</h1>\
            {{#lists}}<p>{{text}}</p><ul>{{#names}}<li><code>{{.}}</code></li>{{/names}}</ul>{{/lists}}\
            {{#button}}<form method="post" action="/saml/slo"><input type="hidden" name="sign_out" value="">\
            <button>{{.}}</button></form>{{/button}}\
            {{#back}}<p><a href="{{url}}">{{label}}</a></p>{{/back}}\
            {{#reference}}<p>{{label}} <code>{{value}}</code></p>{{/reference}}\
            <div class="other" lang="{{otherLang}}"><p>{{other}}</p></div></body></html>
            """
    )

    static func question(_ language: Language) -> String {
        render(Bilingual("Sign out?", "要退出登录吗？"), language, ["button": signOut[language]])
    }

    static func report(_ flow: LogoutFlow, _ exchange: Exchange, back: String?) -> String {
        let language = exchange.language
        let lists = [(ended, flow.ended), (notEnded, flow.notEnded)].filter { !$0.1.isEmpty }
        var values: [String: Any] = [
            "lists": lists.map { ["text": $0.0[language], "names": $0.1] as [String: Any] },
            "reference": ["label": Page.referenceLabel[language], "value": exchange.reference],
        ]
        if let back { values["back"] = ["url": back, "label": Page.backLabel[language]] }
        return render(flow.notEnded.isEmpty ? signedOut : signedOutInPart, language, values)
    }

    private static func render(_ title: Bilingual, _ language: Language, _ more: [String: Any]) -> String {
        let other: Language = language == .zh ? .en : .zh
        let values: [String: Any] = [
            "lang": language.tag, "otherLang": other.tag, "style": Page.style, "title": title[language],
            "other": title[other],
        ].merging(more) { _, new in new }
        return template?.render(values) ?? title[language]
    }

    private static let signOut = Bilingual("Sign out", "退出登录")
    private static let signedOut = Bilingual("You are signed out", "您已退出登录")
    private static let signedOutInPart = Bilingual(
        "You are signed out here, but not everywhere",
        "您已在此退出登录，但部分服务仍未退出"
    )
    private static let ended = Bilingual("These services ended your session, too:", "以下服务也已结束您的会话：")
    private static let notEnded = Bilingual(
        "These services did not confirm it. Sign out there, or close the browser:",
        "以下服务未确认退出，请在该服务中退出，或关闭浏览器："
    )
}
