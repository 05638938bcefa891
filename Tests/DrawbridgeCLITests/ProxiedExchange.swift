import JointDebug
import SAML
import XMLSecurity

/// What a browser asks and what it is answered, on its way through a proxy.
struct ProxiedExchange: Sendable {
    /// Path and query as they stood in the request line.
    let target: String
    /// The body that was sent.
    let asked: [UInt8]
    private(set) var status = 200
    private(set) var headers: [(name: String, value: String)] = []
    private(set) var body: [UInt8] = []

    init(_ target: String, _ asked: [UInt8]) {
        self.target = target
        self.asked = asked
    }

    var path: String { String(target.prefix { $0 != "?" }) }
    var text: String { String(decoding: body, as: UTF8.self) }
    var isRefused: Bool { status >= 400 }
    var location: String? { headers.first { $0.name == "location" }?.value }

    /// The Response on the page, when there is one.
    var message: String? {
        let field = SelfPostingForm(in: text)?.field("SAMLResponse")
        return field.flatMap { Base64.decode($0.utf8) }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Takes the answer of the other side.
    mutating func take(_ answer: WebExchange) {
        (status, headers, body) = (answer.status, answer.headers, answer.body)
    }

    /// Answers with a page instead.
    mutating func show(_ html: String, as type: String = "text/html; charset=utf-8") {
        (status, headers, body) = (200, [(name: "content-type", value: type)], Array(html.utf8))
    }

    /// Sends the browser elsewhere instead.
    mutating func lead(to url: String) {
        (status, headers, body) = (303, [(name: "location", value: url)], [])
    }

    /// Turns the browser away.
    mutating func refuse() {
        (status, headers, body) = (503, [], [])
    }

    /// Changes the page and leaves the rest as it is.
    mutating func rewrite(_ text: String, to other: String) {
        body = Array(self.text.replacing(text, with: other).utf8)
    }

    /// Says Success to any request, signed by nobody.
    mutating func agree() {
        let xml = """
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><samlp:Status>\
            <samlp:StatusCode Value="\(StatusCode.success.rawValue)"></samlp:StatusCode></samlp:Status></samlp:Response>
            """
        let field = "<input name=\"SAMLResponse\" value=\"\(Base64.encode(Array(xml.utf8)))\">"
        show("<form method=\"post\" action=\"http://localhost:1/\">\(field)</form>")
    }
}
