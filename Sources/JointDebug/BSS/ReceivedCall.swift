import Foundation
import HTTPTypes
import HuaweiCloud
import Hummingbird

/// A call as it came over the wire, with nothing decoded that a signature is over.
struct ReceivedCall: Sendable {
    let method: String
    /// The path as it was sent.
    let path: String
    /// The query as it was sent; empty when there is none.
    let query: String
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    init(method: String, path: String, query: String, headers: [(name: String, value: String)], body: [UInt8]) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    init(_ request: Request, body: [UInt8]) {
        // HTTP's own field for the host is a part of the address here.
        let host = request.head.authority.map { [(name: "host", value: $0)] } ?? []
        self.init(
            method: request.method.rawValue,
            path: request.uri.path,
            query: request.uri.query ?? "",
            headers: host + request.headers.map { (name: $0.name.canonicalName, value: $0.value) },
            body: body
        )
    }

    /// The first value of a header.
    subscript(_ name: String) -> String? {
        headers.first { $0.name == name.lowercased() }?.value
    }

    /// The parameters, decoded.
    var parameters: [BSSParameter] {
        query.split(separator: "&").map { pair in
            let fields = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return BSSParameter(Self.decoded(fields[0]), fields.count > 1 ? Self.decoded(fields[1]) : "")
        }
    }

    /// The path, decoded.
    var decodedPath: String { path.removingPercentEncoding ?? path }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }
}
