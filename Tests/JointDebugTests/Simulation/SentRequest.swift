import SAML
import XMLSecurity

@testable import JointDebug

/// A request as it stands in the address that the browser is sent to.
struct SentRequest {
    struct NoRequest: Error, CustomStringConvertible {
        let description: String
    }

    let url: String
    let query: String
    let decoded: DecodedMessage
    let request: AuthnRequest

    init(_ answer: WebExchange) throws {
        guard let url = answer.redirect, let mark = url.firstIndex(of: "?") else {
            throw NoRequest(description: "\(answer.status): \(answer.text)")
        }
        self.url = url
        query = String(url[mark...].dropFirst())
        decoded = try InboundMessage.redirect(query: Array(query.utf8)).decode(.request)
        request = try AuthnRequest(decoding: XMLDocument(parsing: decoded.xml, limits: .message).root)
    }

    var relayState: String? { decoded.relayState?.value }

    /// Whether a key made the signature over the octets received, with rsa-sha256.
    func isSigned(by certificate: Certificate) -> Bool {
        guard let detached = decoded.detached else { return false }
        return certificate.publicKey.verify(detached.value, of: detached.signed, with: .rsaSHA256)
    }
}
