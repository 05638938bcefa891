import XMLSecurity

/// The page that posts a message by itself (saml-bindings 3.5.4), with a button where there is no script.
public struct PostForm: Sendable {
    /// The script; its hash stands in the page's Content-Security-Policy.
    public static let script = "document.forms[0].submit()"
    /// The policy for this page.
    ///
    /// No `form-action`: Chrome holds it against the redirects behind the ACS, too.
    public static let contentSecurityPolicy =
        "default-src 'none'; script-src 'sha256-\(Base64.encode(Digest.sha256(Array(script.utf8))))'; "
        + "base-uri 'none'; frame-ancestors 'none'"

    private let action: String
    private let parameter: MessageParameter
    private let message: [UInt8]
    private let relayState: RelayState?

    /// Makes the form.
    /// - Parameters:
    ///   - message: the XML.
    ///   - parameter: which field carries it.
    ///   - action: the address it goes to, from metadata.
    ///   - relayState: the state that came with the request.
    public init(_ message: [UInt8], as parameter: MessageParameter, to action: String, relayState: RelayState?) {
        self.message = message
        self.parameter = parameter
        self.action = action
        self.relayState = relayState
    }

    /// The page, UTF-8, in the language given.
    public func html(_ language: Language) -> [UInt8] {
        var html = HTMLText()
        html.markup("<!DOCTYPE html><html lang=\"\(language.tag)\"><head><meta charset=\"utf-8\">")
        html.markup("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        html.text(Self.title[language])
        html.markup("</title></head><body><form method=\"post\" action=\"")
        html.text(action)
        html.markup("\"><input type=\"hidden\" name=\"\(parameter.rawValue)\" value=\"")
        html.raw(Base64.encodeBytes(message))
        if let relayState {
            html.markup("\"><input type=\"hidden\" name=\"RelayState\" value=\"")
            html.text(relayState.value)
        }
        html.markup("\"><noscript><p>")
        html.text(Self.explanation[language])
        html.markup("</p><button>")
        html.text(Self.button[language])
        html.markup("</button></noscript></form><script>\(Self.script)</script></body></html>")
        return html.bytes
    }

    private static let title = Bilingual("Signing in…", "正在登录……")
    private static let explanation = Bilingual(
        "Your browser runs no scripts. Press the button to go on.",
        "您的浏览器未启用脚本，请点击按钮继续。"
    )
    private static let button = Bilingual("Continue", "继续")
}
