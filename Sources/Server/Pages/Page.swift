import Hummingbird
import Mustache
import SAML
import XMLSecurity

/// A page for people, in both languages, without script and without anything from elsewhere.
enum Page {
    static let style = """
        body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:36em;margin:3em auto;\
        padding:0 1em;color:#222}h1{font-size:1.3em}.other{color:#555;font-size:.9em;border-top:1px solid #ddd;\
        margin-top:2em;padding-top:1em}code{background:#f3f3f3;padding:.1em .3em;word-break:break-all}
        """

    static let contentSecurityPolicy =
        "default-src 'none'; style-src 'sha256-\(Base64.encode(Digest.sha256(Array(style.utf8))))'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    // The template is a constant of this program: that it compiles is shown by every test that sees a page.
    private static let template = try? MustacheTemplate(
        string: """
            <!DOCTYPE html><html lang="{{lang}}"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>{{title}}</title>\
            <style>{{{style}}}</style></head><body><h1>{{title}}</h1><p>{{message}}</p><p>{{hint}}</p>\
            {{#back}}<p><a href="{{url}}">{{label}}</a></p>{{/back}}\
            <p>{{referenceLabel}} <code>{{reference}}</code> · <code>{{code}}</code></p>\
            <div class="other" lang="{{otherLang}}"><p>{{otherMessage}}</p><p>{{otherHint}}</p></div></body></html>
            """
    )

    static func html(_ words: PageWords, _ exchange: Exchange, back: String?) -> String {
        let language = exchange.language
        let other: Language = language == .zh ? .en : .zh
        var values: [String: Any] = [
            "lang": language.tag, "otherLang": other.tag, "style": style,
            "title": words.title[language], "message": words.message[language], "hint": words.advice[language],
            "referenceLabel": referenceLabel[language], "reference": exchange.reference, "code": words.code,
            "otherMessage": words.message[other], "otherHint": words.advice[other],
        ]
        if let back { values["back"] = ["url": back, "label": backLabel[language]] }
        return template?.render(values) ?? words.message[language]
    }

    static let referenceLabel = Bilingual("Reference", "参考编号")
    static let backLabel = Bilingual("Back to the portal", "返回门户")
}
