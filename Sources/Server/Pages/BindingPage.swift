import Mustache
import SAML

/// What a customer sees who comes back from binding, where the portal has no page for it.
enum BindingPage {
    // A constant of this program, as the template of `Page` is.
    private static let template = try? MustacheTemplate(
        string: """
            <!DOCTYPE html><html lang="{{lang}}"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>{{title}}</title>\
            <style>{{{style}}}</style></head><body><h1>{{title}}</h1><p>{{message}}</p>\
            {{#back}}<p><a href="{{url}}">{{label}}</a></p>{{/back}}\
            <div class="other" lang="{{otherLang}}"><p>{{otherTitle}}</p><p>{{otherMessage}}</p></div></body></html>
            """
    )

    static func html(_ exchange: Exchange, back: String?) -> String {
        let language = exchange.language
        let other: Language = language == .zh ? .en : .zh
        var values: [String: Any] = [
            "lang": language == .zh ? "zh-CN" : "en", "otherLang": other == .zh ? "zh-CN" : "en",
            "style": Page.style, "title": title[language], "message": message[language],
            "otherTitle": title[other], "otherMessage": message[other],
        ]
        if let back { values["back"] = ["url": back, "label": label[language]] }
        return template?.render(values) ?? message[language]
    }

    private static let title = Bilingual("HUAWEI CLOUD's answer has arrived", "已收到华为云的绑定结果")
    private static let message = Bilingual(
        "You may close this page and go on at the portal.",
        "您可以关闭此页面，回到门户继续操作。"
    )
    private static let label = Bilingual("Back to the portal", "返回门户")
}
