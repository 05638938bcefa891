import SAML
import XMLSecurity

/// A message as people save it: XML, the Base64 of the form field, or the form body itself.
enum PostedMessage {
    /// The XML in it; what is none of these is taken for XML, whose parser then says what is wrong with it.
    static func xml(of input: [UInt8], _ parameter: MessageParameter) throws(Refusal) -> [UInt8] {
        if input.starts(with: Array((parameter.rawValue + "=").utf8)) {
            return try InboundMessage.post(body: withoutLineEnd(input)).decode(parameter).xml
        }
        let text = withoutLineEnd(input)
        if let decoded = Base64.decode(text, allowingLineBreaks: true), !decoded.isEmpty { return decoded }
        return input
    }

    /// Who the message says it is from; good for choosing among the entities of a metadata file and for nothing else.
    static func issuer(of xml: [UInt8]) -> String? {
        let root = try? XMLDocument(parsing: xml, limits: .message).root
        return root?.children.first { $0.localName == "Issuer" }?.text
    }

    static func withoutLineEnd(_ bytes: [UInt8]) -> [UInt8] {
        Array(bytes.reversed().drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }.reversed())
    }
}
