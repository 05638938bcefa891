import Foundation
import SAML
import XMLSecurity

/// Finds the messages in an exchange and decodes them: in the query, in the posted form, in the page's form, in a redirect.
enum TracedMessages {
    static func of(_ exchange: WebExchange, showsPersonalData: Bool) -> [ExchangeRecord.Message] {
        let queries = [
            String(QueryValue.query(of: exchange.url)), String(decoding: exchange.sentBody, as: UTF8.self),
            exchange.redirect.map { String(QueryValue.query(of: $0)) } ?? "",
        ]
        var messages = queries.flatMap { inQuery($0, showsPersonalData) }
        if let form = SelfPostingForm(in: exchange.text) {
            for (name, value) in form.fields { messages += message(name, value, showsPersonalData) }
        }
        return messages
    }

    private static func inQuery(_ query: String, _ showsPersonalData: Bool) -> [ExchangeRecord.Message] {
        ["SAMLRequest", "SAMLResponse", "bindRequest"].flatMap { name in
            QueryValue.decoded(name, in: query.replacing("+", with: "%20")).map { message(name, $0, showsPersonalData) }
                ?? []
        }
    }

    private static func message(
        _ name: String,
        _ value: String,
        _ showsPersonalData: Bool
    ) -> [ExchangeRecord.Message] {
        switch name {
        case "SAMLRequest", "SAMLResponse":
            guard let bytes = Base64.decode(value.utf8) else { return [] }
            let xml = (try? Deflate.inflate(bytes, limit: HTTPRedirectBinding.longestMessage)) ?? bytes
            guard let root = try? XMLDocument(parsing: xml, limits: .message).root else { return [] }
            let text = PrettyXML(showsPersonalData: showsPersonalData).text(of: root)
            return [ExchangeRecord.Message(name: name, text: text)]
        case "bindRequest":
            guard let json = Base64.decode(value.utf8) else { return [] }
            let text = showsPersonalData ? String(decoding: json, as: UTF8.self) : "[\(json.count)]"
            return [ExchangeRecord.Message(name: name, text: text)]
        default: return []
        }
    }
}
