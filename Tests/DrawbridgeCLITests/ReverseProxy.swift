import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import SAML
import Testing

@testable import JointDebug

/// A proxy of this process in front of a Drawbridge that runs elsewhere; what goes by, a fault may change.
struct ReverseProxy: Sendable {
    private static let own: Set = ["content-length", "connection", "transfer-encoding", "date"]

    let port: Int
    let upstream: Int
    let fault: ProxyFault
    private let crowd = Crowd()

    init(port: Int, upstream: Int, fault: ProxyFault) {
        self.port = port
        self.upstream = upstream
        self.fault = fault
    }

    /// Listens once the other side does, which has found this port free by then; ends when it is cancelled.
    func run() async throws {
        while await !answers() { try await Task.sleep(for: .milliseconds(25)) }
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in try await answer(request) },
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
            logger: Logger(label: "proxy") { _ in SwiftLogNoOpLogHandler() }
        )
        try await application.run()
    }

    private func answers() async -> Bool {
        var browser = Browser(language: .en)
        return (try? await browser.open("http://127.0.0.1:\(upstream)/healthz")) != nil
    }

    private func answer(_ request: Request) async throws -> Response {
        let body = Array(try await request.body.collect(upTo: 1 << 20).readableBytesView)
        var exchange = ProxiedExchange(request.head.path ?? "/", body)
        guard await crowd.enter(most: fault.most) else { return Response(status: .serviceUnavailable) }
        do {
            if await !fault.stands(in: &exchange) {
                exchange.take(try await passOn(request, exchange))
                await fault.change(&exchange)
            }
        } catch {
            exchange.refuse()
        }
        await crowd.leave()
        return response(exchange)
    }

    private func passOn(_ request: Request, _ exchange: ProxiedExchange) async throws -> WebExchange {
        let url = "http://127.0.0.1:\(upstream)" + exchange.target
        let headers = request.headers.filter { !Self.own.contains($0.name.canonicalName) }
        return try await WebClient().send(
            HTTPMethod(rawValue: request.method.rawValue),
            #require(HTTPTarget(url)),
            url: url,
            headers: headers.map { ($0.name.rawName, $0.value) },
            body: exchange.asked.isEmpty ? nil : exchange.asked
        )
    }

    private func response(_ exchange: ProxiedExchange) -> Response {
        var response = Response(
            status: HTTPResponse.Status(code: exchange.status),
            body: .init(byteBuffer: ByteBuffer(bytes: exchange.body))
        )
        for (name, value) in exchange.headers where !Self.own.contains(name) {
            guard let name = HTTPField.Name(name) else { continue }
            response.headers.append(HTTPField(name: name, value: value))
        }
        return response
    }
}

/// How many are inside the proxy.
private actor Crowd {
    private var inside = 0

    func enter(most: Int) -> Bool {
        guard inside < most else { return false }
        inside += 1
        return true
    }

    func leave() { inside -= 1 }
}
