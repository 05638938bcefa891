import HTTPTypes
import Hummingbird
import IdentityProvider
import SAML
import XMLSecurity

/// Proves that a form came from our page in this browser, against forms of other sites (CSRF).
///
/// A value in the form that fits the cookie, which no other site can read or set; and the Origin that every browser sends
/// with a POST. The key lives as long as the process: a page from before a restart is opened again.
struct LoginProof: Sendable {
    private let key: [UInt8]

    init(_ randomness: Randomness) {
        key = randomness.bytes(32)
    }

    /// What stands in the form of this browser.
    func value(for browser: OpaqueID) -> String {
        Base64.encodeURL(Digest.hmacSHA256(Array(browser.text.utf8), key: key))
    }

    // Browsers leave the usual port out, configuration may name it.
    private static func site(_ text: String) -> String? {
        guard let address = try? WebAddress(text) else { return nil }
        let port = address.port ?? (address.scheme == "https" ? 443 : 80)
        return "\(address.scheme)://\(address.host):\(port)"
    }

    func judge(_ form: LoginForm, from browser: OpaqueID?, _ request: Request, baseURL: String) throws(Refusal) {
        guard let origin = request.headers[.origin].flatMap(Self.site), origin == Self.site(baseURL) else {
            throw Refusal(.loginForm, expected: "Origin of base_url")
        }
        guard let browser else { throw Refusal(.loginForm, expected: "the cookie of the page") }
        guard Digest.equal(Array(value(for: browser).utf8), Array(form.proof.utf8)) else {
            throw Refusal(.loginForm, expected: "the value of the page")
        }
    }
}
