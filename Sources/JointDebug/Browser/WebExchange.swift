/// One request of the browser with what came back.
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
}
