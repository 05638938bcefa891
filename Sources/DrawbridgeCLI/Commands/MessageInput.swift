import Foundation
import SAML
import XMLSecurity

/// A message in any of the forms that people copy: an address, a query, a form body, Base64 with or without DEFLATE, XML.
struct MessageInput {
    let xml: [UInt8]
    let form: String
    let relayState: String?
    let signatureAlgorithm: String?

    /// Reads a message.
    /// - Parameter bytes: what was copied.
    /// - Returns: the message, not verified.
    /// - Throws: ``CommandFailure`` when it is none of the forms, `Refusal` when it is broken inside.
    static func read(_ bytes: [UInt8]) throws -> MessageInput {
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        if text.hasPrefix("<") { return MessageInput(xml: Array(text.utf8), form: "XML") }
        if text.contains("SAMLRequest=") || text.contains("SAMLResponse=") { return try fromParameters(text) }
        if let plain = Base64.decode(text.utf8, allowingLineBreaks: true) { return try fromBase64(plain) }
        throw CommandFailure(
            .unusable,
            "This is neither an address, a query, a form body, Base64 nor XML.",
            "输入不是地址、查询串、表单、Base64 或 XML。"
        )
    }

    private init(xml: [UInt8], form: String, relayState: String? = nil, signatureAlgorithm: String? = nil) {
        self.xml = xml
        self.form = form
        self.relayState = relayState
        self.signatureAlgorithm = signatureAlgorithm
    }

    private static func fromParameters(_ text: String) throws -> MessageInput {
        let query = text.hasPrefix("http") ? text.split(separator: "?", maxSplits: 1).last ?? "" : text[...]
        let bytes = Array(query.utf8.prefix { $0 != UInt8(ascii: "#") })
        let parameter: MessageParameter = text.contains("SAMLRequest=") ? .request : .response
        let decoded = try decode(bytes, parameter)
        return MessageInput(
            xml: decoded.xml,
            form: decoded.binding.rawValue,
            relayState: decoded.relayState?.value,
            signatureAlgorithm: decoded.detached?.algorithm
        )
    }

    // A form body is Base64 without DEFLATE.
    private static func decode(_ bytes: [UInt8], _ parameter: MessageParameter) throws -> DecodedMessage {
        do {
            return try InboundMessage.redirect(query: bytes).decode(parameter)
        } catch {
            guard error.code == .transportDeflate else { throw error }
            return try InboundMessage.post(body: bytes).decode(parameter)
        }
    }

    private static func fromBase64(_ bytes: [UInt8]) throws -> MessageInput {
        if bytes.first == UInt8(ascii: "<") { return MessageInput(xml: bytes, form: "Base64") }
        do {
            let xml = try Deflate.inflate(bytes, limit: HTTPRedirectBinding.longestMessage)
            return MessageInput(xml: xml, form: "DEFLATE, Base64")
        } catch {
            throw CommandFailure(
                .unusable,
                "The Base64 text holds neither XML nor raw DEFLATE data.",
                "Base64 内容既不是 XML，也不是原始 DEFLATE 数据。"
            )
        }
    }
}
