import SAML
import XMLSecurity

/// One request and its answer in a trace, without secrets.
public struct ExchangeRecord: Codable, Sendable {
    /// GET or POST.
    public let method: String
    /// The address.
    public let url: String
    /// The status.
    public let status: Int
    /// How long the answer took, in milliseconds.
    public let milliseconds: Int64
    /// What was sent.
    public let sent: Part
    /// What came back.
    public let received: Part
    /// The messages inside, decoded.
    public let messages: [Message]

    /// One direction.
    public struct Part: Codable, Sendable {
        /// The headers, a name and a value a line.
        public let headers: [String]
        /// The body; a page as text, long ones cut.
        public let body: String
    }

    /// A decoded message.
    public struct Message: Codable, Sendable {
        /// The parameter that carried it.
        public let name: String
        /// XML or JSON, indented.
        public let text: String
    }

    /// A body is shown up to here: what matters of it stands decoded beside it.
    private static let longestBody = 4000

    /// Takes an exchange over.
    /// - Parameters:
    ///   - exchange: what was sent and came back.
    ///   - showsPersonalData: whether names and values of a customer stand in the decoded messages.
    public init(_ exchange: WebExchange, showsPersonalData: Bool) {
        func shown(_ text: String) -> String {
            Self.cut(Redaction.text(showsPersonalData ? text : Redaction.messages(text)))
        }
        method = exchange.method
        url = shown(exchange.url)
        status = exchange.status
        milliseconds = exchange.milliseconds
        sent = Part(
            headers: exchange.sentHeaders.map { Redaction.header($0.0, $0.1) },
            body: shown(String(decoding: exchange.sentBody, as: UTF8.self))
        )
        received = Part(
            headers: exchange.headers.map { Redaction.header($0.name, shown($0.value)) },
            body: shown(exchange.readableText ?? "")
        )
        messages = TracedMessages.of(exchange, showsPersonalData: showsPersonalData)
    }

    private static func cut(_ text: String) -> String {
        text.count > longestBody ? text.prefix(longestBody) + "… (\(text.count))" : text
    }
}
