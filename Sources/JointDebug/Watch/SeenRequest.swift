import SAML
import XMLSecurity

/// A message of a SP as it came: an AuthnRequest, a LogoutRequest, or the answer to one of ours.
struct SeenRequest {
    let xml: [UInt8]
    let name: String
    let id: String
    let issuer: String?
    let relayState: String?
    let signatureAlgorithm: String?

    /// Reads the query or the form; `nil` when there is no message in it that can be read.
    init?(_ exchange: WebExchange) {
        guard let decoded = Self.decode(exchange),
            let root = try? XMLDocument(parsing: decoded.xml, limits: .message).root
        else { return nil }
        xml = decoded.xml
        name = root.localName
        id = root.attribute("ID") ?? "-"
        issuer = root.children.first { $0.localName == "Issuer" }?.text
        relayState = decoded.relayState?.value
        signatureAlgorithm = decoded.detached?.algorithm
    }

    private static func decode(_ exchange: WebExchange) -> DecodedMessage? {
        let message: InboundMessage =
            exchange.method == "POST"
            ? .post(body: exchange.sentBody)
            : .redirect(query: Array(QueryValue.query(of: exchange.url).utf8))
        return (try? message.decode(.request)) ?? (try? message.decode(.response))
    }
}
