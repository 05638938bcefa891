import Foundation
import XMLSecurity

/// The parameters of a query: each known, each once.
struct QueryFields: Sendable {
    /// The largest page.
    static let largestPage = 1_000
    private static let usualPage = 100

    private var values: [String: String] = [:]

    init(_ query: String?, _ known: Set<String>) throws {
        for pair in (query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decode(parts[0]), let value = Self.decode(parts.count == 2 ? parts[1] : "") else {
                throw RequestFault.parameter(String(parts[0]))
            }
            guard known.contains(name), values[name] == nil, !value.isEmpty else { throw RequestFault.parameter(name) }
            values[name] = value
        }
    }

    private static func decode(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }

    subscript(name: String) -> String? { values[name] }

    /// How many items a page has.
    func limit() throws -> Int {
        guard let text = values["limit"] else { return Self.usualPage }
        guard let limit = Int(text), (1...Self.largestPage).contains(limit) else {
            throw RequestFault.parameter("limit")
        }
        return limit
    }

    func one<Value: RawRepresentable>(_ type: Value.Type, _ name: String) throws -> Value?
    where Value.RawValue == String {
        guard let text = values[name] else { return nil }
        guard let value = Value(rawValue: text) else { throw RequestFault.parameter(name) }
        return value
    }

    func time(_ name: String) throws -> Instant? {
        guard let text = values[name] else { return nil }
        guard let time = Instant(xsDateTime: text) else { throw RequestFault.parameter(name) }
        return time
    }
}
