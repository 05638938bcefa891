import Hummingbird
import SAML

/// Collects the body of a post, a form's where nothing else is said.
enum FormBody {
    private static let form = "application/x-www-form-urlencoded"

    static func collect(_ request: Request, limit: Int, type expected: String = form) async throws -> [UInt8] {
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix(expected) else {
            throw Refusal(.transportForm, expected: expected, found: type)
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
