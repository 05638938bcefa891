import JointDebug
import SAML
import Server

extension SeenExchange {
    /// What the service wrote, as the watcher reads it.
    init(_ tapped: TappedExchange) {
        var exchange = WebExchange(
            method: tapped.method,
            url: tapped.url,
            status: tapped.status,
            headers: tapped.headers.map { ($0.name.lowercased(), $0.value) },
            body: Array(tapped.body.utf8)
        )
        exchange.sentHeaders = tapped.sentHeaders.map { ($0.name, $0.value) }
        exchange.sentBody = Array(tapped.sentBody.utf8)
        exchange.milliseconds = tapped.milliseconds
        self.init(
            at: tapped.at,
            exchange: exchange,
            reference: tapped.reference,
            refusal: tapped.refused.flatMap { refused in
                Explain.codes.first { $0.id == refused.code }.map { code in
                    Refusal(
                        code,
                        xpath: refused.xpath,
                        line: refused.line,
                        expected: refused.expected,
                        found: refused.found
                    )
                }
            },
            outcome: tapped.outcome,
            lost: tapped.lost
        )
    }
}
