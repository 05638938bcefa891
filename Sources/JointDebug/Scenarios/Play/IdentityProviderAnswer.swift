import SAML
import XMLSecurity

/// What the identity provider made of a request.
enum IdentityProviderAnswer {
    /// A page that posts a Response, with its status codes, the outermost first.
    case response(SelfPostingForm, xml: [UInt8], status: [String])
    /// The browser is sent to another site to sign in.
    case portal(String)
    /// A page for the customer.
    case page(WebExchange)
    /// A refusal.
    case refused(WebExchange)

    init(_ exchange: WebExchange) {
        if let form = SelfPostingForm(in: exchange.text), let text = form.field("SAMLResponse"),
            let xml = Base64.decode(text.utf8)
        {
            self = .response(form, xml: xml, status: StatusCodes.of(xml))
        } else if let location = exchange.redirect {
            self = .portal(location)
        } else if exchange.status == 200 {
            self = .page(exchange)
        } else {
            self = .refused(exchange)
        }
    }

    var isSuccess: Bool {
        if case .response(_, _, let status) = self { return status.first == "Success" }
        return false
    }

    /// Whether the customer is to sign in before there is an answer: here, or at another site.
    var asksForSignIn: Bool {
        switch self {
        case .portal: true
        case .page(let exchange): exchange.text.contains(/type=["']?password/.ignoresCase())
        case .response, .refused: false
        }
    }

    /// For people.
    var text: Bilingual {
        switch self {
        case .response(_, _, let status):
            let codes = status.joined(separator: "/")
            return Bilingual("a Response with status \(codes)", "状态为 \(codes) 的 Response")
        case .portal(let url):
            let address = url.prefix { $0 != "?" }
            return Bilingual("a redirect to \(address)", "重定向到 \(address)")
        case .page(let exchange): return Bilingual("a page (\(exchange.status))", "页面（\(exchange.status)）")
        case .refused(let exchange):
            let codes = exchange.codes.last.map { " \($0)" } ?? ""
            return Bilingual("a refusal (\(exchange.status)\(codes))", "拒绝（\(exchange.status)\(codes)）")
        }
    }
}
