import Foundation

/// A value of a query as it was sent.
enum QueryValue {
    /// The decoded value of a name in a query; `nil` when it is absent or no escape.
    static func decoded(_ name: String, in query: some StringProtocol) -> String? {
        let field = query.split(separator: "&").first { $0.hasPrefix(name + "=") }
        return field.flatMap { String($0.dropFirst(name.count + 1)).removingPercentEncoding }
    }

    /// The query of an address.
    static func query(of url: String) -> Substring {
        url.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    }
}
