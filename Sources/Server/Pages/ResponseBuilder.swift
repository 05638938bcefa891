import Foundation
import HTTPTypes
import Hummingbird
import IdentityProvider
import SAML

/// Makes HTTP responses; the one place where headers that every answer needs are set.
struct ResponseBuilder: Sendable {
    private static let common: HTTPFields = {
        var headers: HTTPFields = [.cacheControl: "no-cache, no-store", .xContentTypeOptions: "nosniff"]
        // Not in swift-http-types' list; saml-bindings 3.4.5.1 asks for the first.
        for (name, value) in [("Pragma", "no-cache"), ("Referrer-Policy", "no-referrer")] {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return headers
    }()

    let exchange: Exchange

    /// A refusal: a page, or problem+json for programs (RFC 9457).
    ///
    /// Details of a token are for the log alone.
    func refusal(_ refusal: Refusal, back: String?) -> Response {
        words(PageWords(refusal), Self.isMalformed(refusal) ? .badRequest : .forbidden, back: back)
    }

    /// Words on a page, or problem+json for programs (RFC 9457).
    func words(_ words: PageWords, _ status: HTTPResponse.Status, back: String?) -> Response {
        guard exchange.wantsJSON else {
            let html = Page.html(words, exchange, back: back)
            return page(status, Array(html.utf8), policy: Page.contentSecurityPolicy)
        }
        let problem = [
            "type": "about:blank", "title": words.message.en, "detail": words.hint.en, "code": words.code,
            "reference": exchange.reference,
        ]
        return json(problem, status, type: "application/problem+json")
    }

    /// An answer for programs.
    func json(_ value: some Encodable, _ status: HTTPResponse.Status = .ok, type: String = "application/json")
        -> Response
    {
        var headers = Self.common
        headers[.contentType] = type
        let body = (try? JSONEncoder().encode(value)) ?? Data()
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// A page.
    func page(_ status: HTTPResponse.Status, _ html: [UInt8], policy: String) -> Response {
        var headers = Self.common
        headers[.contentType] = "text/html; charset=utf-8"
        headers[.contentSecurityPolicy] = policy
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: html)))
    }

    /// A redirect that is followed by GET.
    func redirect(to location: String) -> Response {
        var headers = Self.common
        headers[.location] = location
        return Response(status: .seeOther, headers: headers)
    }

    private static func isMalformed(_ refusal: Refusal) -> Bool {
        switch refusal.code.refusalClass {
        case .transport, .dtd, .limit, .schema, .structure: true
        default: refusal.code == .tokenMissing || refusal.code == .tokenMalformed
        }
    }
}
