import Foundation
import JWTKit
import XMLSecurity

/// A hand-off token as a portal makes it, with every part open to a test's changes.
struct PortalToken {
    var header: [String: Any] = ["alg": "ES256", "typ": "JWT"]
    var claims: [String: Any]

    init(now: Instant, _ more: [String: Any] = [:]) {
        let seconds = now.milliseconds / 1000
        claims = [
            "iss": "mall", "aud": Bridge.base + "/saml/metadata", "iat": seconds, "exp": seconds + 60,
            "jti": UUID().uuidString, "sub": "user-1", "x_account_id": "account-1", "first_login": true,
        ].merging(more) { $1 }
    }

    func signed(by key: any JWTAlgorithm) throws -> String {
        let head = Base64.encodeURL(try JSONSerialization.data(withJSONObject: header))
        let body = Base64.encodeURL(try JSONSerialization.data(withJSONObject: claims))
        let signature = try key.sign(Array("\(head).\(body)".utf8))
        return "\(head).\(body).\(Base64.encodeURL(signature))"
    }
}
