import HuaweiCloud
import SAML
import XMLSecurity

/// A Response on the page that carries it to the SP.
struct SeenResponse {
    let xml: [UInt8]
    let form: SelfPostingForm
    let status: [String]
    /// The request that it answers, as it says itself.
    let requestID: String?
    let audiences: [String]
    let attributes: [(name: String, values: [String])]

    /// Reads the page; `nil` when there is no Response on it.
    init?(_ exchange: WebExchange) {
        guard case .response(let form, let xml, let status) = IdentityProviderAnswer(exchange),
            let root = try? XMLDocument(parsing: xml, limits: .message).root, root.localName == "Response"
        else { return nil }
        self.form = form
        self.xml = xml
        self.status = status
        requestID = root.attribute("InResponseTo")
        audiences = Self.elements("Audience", in: root).map(\.text)
        attributes = Self.elements("Attribute", in: root).map { element in
            (element.attribute("Name") ?? "-", element.children.map(\.text))
        }
    }

    private static func elements(_ name: String, in parent: XMLElement) -> [XMLElement] {
        parent.children.flatMap { child in
            (child.localName == name ? [child] : []) + elements(name, in: child)
        }
    }

    /// The form as the browser will post it.
    var body: [UInt8] {
        let fields = form.fields.map { PercentEncoding.encode($0.0) + "=" + PercentEncoding.encode($0.1) }
        return Array(fields.joined(separator: "&").utf8)
    }
}
