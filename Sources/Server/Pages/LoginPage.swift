import Mustache
import SAML
import XMLSecurity

/// The sign-in page of the test directory, in both languages, without script.
struct LoginPage {
    let waiting: String?
    let proof: String
    /// What was wrong with the last attempt.
    let message: Bilingual?

    private static let style =
        Page.style + """
            label{display:block;margin:1em 0}input{display:block;box-sizing:border-box;width:100%;font:inherit;\
            padding:.5em;margin-top:.2em}button{font:inherit;padding:.5em 2em}.wrong{color:#b00}
            """

    // Behind a form for a request stands a page of ours. Without one it leads on to HUAWEI CLOUD, and Chrome holds
    // `form-action` against every redirect behind a form.
    var contentSecurityPolicy: String {
        "default-src 'none'; style-src 'sha256-\(Base64.encode(Digest.sha256(Array(Self.style.utf8))))'; "
            + "base-uri 'none'; " + (waiting == nil ? "" : "form-action 'self'; ") + "frame-ancestors 'none'"
    }

    // A constant of this program, as the template of `Page` is.
    private static let template = try? MustacheTemplate(
        string: """
            <!DOCTYPE html><html lang="{{lang}}"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>{{title}}</title>\
            <style>{{{style}}}</style></head><body><h1>{{title}}</h1><p>{{text}}</p>\
            {{#message}}<p class="wrong" role="alert">{{.}}</p>{{/message}}\
            <form method="post" action="/login"><input type="hidden" name="proof" value="{{proof}}">\
            {{#waiting}}<input type="hidden" name="request" value="{{.}}">{{/waiting}}\
            <label>{{nameLabel}}<input name="name" autocomplete="username" autocapitalize="none" spellcheck="false" \
            required autofocus></label>\
            <label>{{passwordLabel}}<input name="password" type="password" autocomplete="current-password" required>\
            </label><p><button>{{button}}</button></p></form>\
            <div class="other" lang="{{otherLang}}"><p>{{otherTitle}}</p><p>{{otherText}}</p>\
            {{#otherMessage}}<p>{{.}}</p>{{/otherMessage}}<p>{{otherLabels}}</p></div></body></html>
            """
    )

    func html(_ language: Language) -> String {
        let other: Language = language == .zh ? .en : .zh
        var values: [String: Any] = [
            "lang": language.tag, "otherLang": other.tag, "style": Self.style, "proof": proof,
            "title": Self.title[language], "otherTitle": Self.title[other],
            "text": Self.text[language], "otherText": Self.text[other],
            "nameLabel": Self.name[language], "passwordLabel": Self.password[language],
            "button": Self.button[language],
            "otherLabels": [Self.name[other], Self.password[other], Self.button[other]].joined(separator: " · "),
        ]
        if let waiting { values["waiting"] = waiting }
        if let message {
            values["message"] = message[language]
            values["otherMessage"] = message[other]
        }
        return Self.template?.render(values) ?? Self.title[language]
    }

    private static let title = Bilingual("Sign in with a test user", "使用测试用户登录")
    private static let text = Bilingual(
        "This is the test directory for joint debugging. It holds no customers.",
        "这是用于接口联调的测试目录，不包含真实客户。"
    )
    private static let name = Bilingual("Name", "用户名")
    private static let password = Bilingual("Password", "密码")
    private static let button = Bilingual("Sign in", "登录")
}
