import SAML
import XMLSecurity

/// A logout followed over all parties as a browser does, to the page at its end.
struct LogoutChain {
    /// Each party asks and answers, with a redirect of its own perhaps; more is a loop.
    private static let mostHops = 16

    /// Where it ended.
    let page: WebExchange
    /// The status of each LogoutResponse on the way.
    let statuses: [[String]]

    /// Follows redirects, and forms that carry a message.
    static func follow(_ first: WebExchange, _ play: inout Play) async throws -> LogoutChain {
        var exchange = first
        var statuses: [[String]] = []
        for _ in 0..<mostHops {
            if let xml = try? message(in: exchange)?.decode(.response).xml { statuses.append(StatusCodes.of(xml)) }
            if let next = exchange.redirect {
                let origin = next.hasPrefix("/") ? (try? WebAddress(exchange.url))?.origin ?? "" : ""
                exchange = try await play.open(origin + next)
            } else if let form = messageForm(exchange) {
                exchange = try await play.submit(form.fields, to: form.action, from: exchange.url)
            } else {
                return LogoutChain(page: exchange, statuses: statuses)
            }
        }
        throw StepFailure(exchange, wanted: Bilingual("the logout to end", "登出流程结束"))
    }

    /// The message that an answer sends the browser on with.
    static func message(in exchange: WebExchange) -> InboundMessage? {
        if let next = exchange.redirect { return .redirect(query: Array(QueryValue.query(of: next).utf8)) }
        return messageForm(exchange).map { form in
            let body = form.fields.map { PercentEncoding.encode($0.0) + "=" + PercentEncoding.encode($0.1) }
            return .post(body: Array(body.joined(separator: "&").utf8))
        }
    }

    private static func messageForm(_ exchange: WebExchange) -> SelfPostingForm? {
        guard exchange.status == 200, let form = SelfPostingForm(in: exchange.text) else { return nil }
        return form.field("SAMLRequest") ?? form.field("SAMLResponse") == nil ? nil : form
    }
}
