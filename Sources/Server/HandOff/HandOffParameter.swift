import Hummingbird
import IdentityProvider
import SAML

/// Finds the token in a form, or in a query where the portal has only links.
enum HandOffParameter {
    private static let name = "token"
    private static let longestBody = 16 * 1024

    static func token(of request: Request) async throws -> String {
        let bytes: [UInt8]
        if request.method == .post {
            bytes = try await FormBody.collect(request, limit: longestBody)
        } else {
            bytes = Array((request.uri.query ?? "").utf8)
        }
        guard let token = try URLEncodedParameters(bytes, known: [name]).text(name), !token.isEmpty else {
            throw Refusal(.tokenMissing, expected: "the form field \(name)")
        }
        return token
    }
}
