/// An answer that is not what the step needs.
struct Unexpected: Error, CustomStringConvertible {
    let description: String

    init(_ exchange: WebExchange, wanted: String) {
        let code = exchange.text.split(separator: "<code>").dropFirst().map { $0.prefix { $0 != "<" } }
        let found = "status \(exchange.status)" + (code.isEmpty ? "" : " (\(code.joined(separator: ", ")))")
        description = "\(exchange.method) \(exchange.url.prefix(100)) answered with \(found) instead of \(wanted)"
    }
}
