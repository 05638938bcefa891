import Hummingbird
import IdentityProvider
import SAML
import XMLSecurity

/// What the sign-in page sends.
struct LoginForm: Sendable {
    static let name = "name"
    static let password = "password"
    /// The request that waits.
    static let request = "request"
    /// That the form came from our page in this browser.
    static let proof = "proof"

    /// A name, a password and two ids, each with its escapes.
    private static let longestBody = 8 * 1024
    private static let longestName = 256

    let name: String
    let password: Secret
    let proof: String
    let waiting: OpaqueID?

    init(_ request: Request) async throws {
        let body = try await FormBody.collect(request, limit: Self.longestBody)
        let fields = try URLEncodedParameters(
            body,
            known: [Self.name, Self.password, Self.request, Self.proof]
        )
        let name = try fields.text(Self.name) ?? ""
        guard name.utf8.count <= Self.longestName else {
            throw Refusal(.limitSize, expected: "a name of at most \(Self.longestName) octets", found: "more")
        }
        self.name = name
        password = Secret(try fields.decoded(Self.password) ?? [])
        proof = try fields.text(Self.proof) ?? ""
        waiting = try Self.waiting(in: fields)
    }

    /// The request that waits; none is fine, a broken one is not.
    static func waiting(in fields: URLEncodedParameters) throws(Refusal) -> OpaqueID? {
        guard let text = try fields.text(request), !text.isEmpty else { return nil }
        guard let id = OpaqueID(text) else { throw Refusal(.sessionRequestUnknown) }
        return id
    }
}
