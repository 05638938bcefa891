import IdentityProvider
import Mustache
import SAML

/// Which of two accounts goes on: the one under way in this browser, or the one that just came.
enum ChoicePage {
    static let choice = "choice"
    static let earlier = "earlier"
    static let later = "later"
    static let longestBody = 1024

    // The form leads on to HUAWEI CLOUD, and Chrome holds `form-action` against every redirect behind a form.
    static let contentSecurityPolicy = Page.contentSecurityPolicy.replacing("form-action 'none'; ", with: "")

    private static let template = try? MustacheTemplate(
        string: """
            <!DOCTYPE html><html lang="{{lang}}"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>{{title}}</title>\
            <style>{{{style}}}</style></head><body><h1>{{title}}</h1><p>{{text}}</p>\
            <form method="post" action="/sso/choose"><input type="hidden" name="choice" value="{{id}}">\
            {{#accounts}}<p><button name="{{name}}" value="1">{{label}}</button></p>{{/accounts}}</form>\
            <div class="other" lang="{{otherLang}}"><p>{{otherText}}</p></div></body></html>
            """
    )

    static func html(_ earlier: Customer, _ later: Customer, _ id: OpaqueID, _ language: Language) -> String {
        let other: Language = language == .zh ? .en : .zh
        let accounts = [(Self.later, later), (Self.earlier, earlier)].map { name, customer in
            ["name": name, "label": label(customer)]
        }
        let values: [String: Any] = [
            "lang": language.tag, "otherLang": other.tag, "style": Page.style, "title": title[language],
            "text": text[language], "otherText": text[other], "id": id.text, "accounts": accounts,
        ]
        return template?.render(values) ?? title[language]
    }

    private static func label(_ customer: Customer) -> String {
        guard let name = customer.accountName else { return "\(customer.xAccountID) (\(customer.xUserID))" }
        return "\(name) · \(customer.xAccountID) (\(customer.xUserID))"
    }

    private static let title = Bilingual("Which account?", "使用哪个帐号？")
    private static let text = Bilingual(
        "Two accounts were opened in this browser. Choose the one to go on with; the other one is not signed in.",
        "此浏览器中打开了两个帐号。请选择要继续使用的帐号，另一个帐号不会登录。"
    )
}
