import Foundation
import NIOCore
import NIOHTTP1
public import SAML

/// Behaves as a browser does where it matters here: cookies by host, `SameSite=Lax`, redirects by GET, forms.
public struct Browser: Sendable {
    private struct CookieValue {
        let value: String
        let isLax: Bool
    }

    private let client: WebClient
    private var cookies: [String: [String: CookieValue]] = [:]
    private let language: String

    /// Every exchange so far, in order.
    public private(set) var trace: [WebExchange] = []
    /// What goes with every request beside what a browser sends.
    var extraHeaders: [(String, String)] = []

    /// Opens a browser.
    /// - Parameters:
    ///   - language: what it sends as `Accept-Language`.
    ///   - trust: whose TLS certificates it takes; without it, it speaks http only.
    public init(language: Language, trust: ServerTrust? = nil) {
        self.language = language.tag
        client = WebClient(trust: trust)
    }

    /// Goes to an address, as by a click on a page of `site`, without following where it leads.
    public mutating func open(_ url: String, from site: String? = nil) async throws -> WebExchange {
        try await send(.GET, url, body: nil, from: site)
    }

    /// Sends a form.
    /// - Parameters:
    ///   - form: the fields in order.
    ///   - url: where to; a relative reference is the page's.
    ///   - site: the address of the page that holds the form; a POST from elsewhere brings no Lax cookie.
    /// - Returns: the answer.
    /// - Throws: ``BrowserError`` when there is none.
    public mutating func submit(_ form: [(String, String)], to url: String, from site: String) async throws
        -> WebExchange
    {
        let body = form.map { PercentEncoding.encode($0.0) + "=" + PercentEncoding.encode($0.1) }.joined(separator: "&")
        return try await send(.POST, Self.address(url, on: site), body: Array(body.utf8), from: site)
    }

    /// The address that a reference on a page stands for (RFC 3986 5.2), such as `?`; a whole address stays as it is.
    static func address(_ reference: String, on page: String) -> String {
        guard HTTPTarget(reference) == nil, let page = URL(string: page) else { return reference }
        return URL(string: reference, relativeTo: page)?.absoluteString ?? reference
    }

    private mutating func send(
        _ method: HTTPMethod,
        _ url: String,
        body: [UInt8]?,
        from site: String?
    ) async throws -> WebExchange {
        guard let address = HTTPTarget(url) else {
            throw BrowserError("\(url.prefix(200)) is no http or https address")
        }
        var headers = [("Accept-Language", language), ("Accept", "text/html")]
        headers += extraHeaders
        if body != nil { headers.append(("Content-Type", "application/x-www-form-urlencoded")) }
        // Browsers say with every POST which site its form is of.
        if body != nil, let origin = site.flatMap({ try? WebAddress($0) })?.origin {
            headers.append(("Origin", origin))
        }
        // RFC 6265bis 5.2: Lax cookies go with same-site requests and with top-level GETs.
        let isSameSite = site.flatMap { HTTPTarget($0) }.map { $0.host == address.host } ?? true
        let sent = (cookies[address.host] ?? [:]).filter { isSameSite || method == .GET || !$0.value.isLax }
        if !sent.isEmpty {
            let pairs = sent.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.value)" }
            headers.append(("Cookie", pairs.joined(separator: "; ")))
        }
        let began = NIODeadline.now()
        var exchange = try await client.send(method, address, url: url, headers: headers, body: body)
        exchange.sentHeaders = headers
        exchange.sentBody = body ?? []
        exchange.milliseconds = (NIODeadline.now() - began).nanoseconds / 1_000_000
        keepCookies(of: exchange, host: address.host)
        trace.append(exchange)
        return exchange
    }

    private mutating func keepCookies(of exchange: WebExchange, host: String) {
        for (name, value) in exchange.headers where name == "set-cookie" {
            let parts = value.split(separator: ";")
            guard let pair = parts.first?.split(separator: "=", maxSplits: 1), pair.count == 2 else { continue }
            // No SameSite means Lax in today's browsers.
            let isLax = !value.lowercased().contains("samesite=none")
            cookies[host, default: [:]][String(pair[0])] = CookieValue(value: String(pair[1]), isLax: isLax)
        }
    }
}
