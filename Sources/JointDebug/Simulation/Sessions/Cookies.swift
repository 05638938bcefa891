import HTTPTypes
import Hummingbird

/// The cookies of a request.
struct Cookies: Sendable {
    private let values: [String: String]

    init(_ request: Request) {
        let pairs = (request.headers[.cookie] ?? "").split(separator: ";").compactMap { field -> (String, String)? in
            let parts = field.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (parts[0].filter { $0 != " " }, String(parts[1]))
        }
        values = Dictionary(pairs) { first, _ in first }
    }

    subscript(_ name: String) -> String? { values[name] }
}
