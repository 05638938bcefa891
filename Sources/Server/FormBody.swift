import Hummingbird
import SAML

/// Collects the body of a form post.
enum FormBody {
    static func collect(_ request: Request, limit: Int) async throws -> [UInt8] {
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw Refusal(.transportForm, expected: "application/x-www-form-urlencoded", found: type)
        }
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            bytes += buffer.readableBytesView
            guard bytes.count <= limit else {
                throw Refusal(.limitSize, expected: "a body of at most \(limit) octets", found: "more")
            }
        }
        return bytes
    }
}
