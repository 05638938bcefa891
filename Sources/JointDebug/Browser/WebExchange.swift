/// One request with what came back.
public struct WebExchange: Sendable {
    /// GET or POST.
    public let method: String
    /// The address.
    public let url: String
    /// The status.
    public let status: Int
    /// The headers, names in lower case, in order.
    public let headers: [(name: String, value: String)]
    /// The body.
    public let body: [UInt8]
    /// The headers that were sent.
    public var sentHeaders: [(String, String)] = []
    /// The body that was sent.
    public var sentBody: [UInt8] = []
    /// How long the answer took, in milliseconds.
    public var milliseconds: Int64 = 0

    /// Describes an exchange.
    public init(method: String, url: String, status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
        self.method = method
        self.url = url
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first header of a name.
    public func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }

    /// Where a redirect leads.
    public var redirect: String? {
        (300..<400).contains(status) ? header("location") : nil
    }

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// What stands in `<code>` on the page: a reference, and the code of a refusal.
    var codes: [String] {
        text.split(separator: "<code>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }

    /// The text of the page without its marks, a paragraph a line.
    var readableText: String? {
        guard header("content-type")?.hasPrefix("text/html") == true else { return text.isEmpty ? nil : text }
        guard let start = text.firstRange(of: "<body") else { return nil }
        var lines: [String] = []
        for part in text[start.lowerBound...].split(separator: "<").dropFirst() {
            let words = part.drop { $0 != ">" }.dropFirst().split(whereSeparator: \.isWhitespace)
            if !words.isEmpty { lines.append(words.joined(separator: " ")) }
        }
        return lines.joined(separator: "\n")
    }
}
