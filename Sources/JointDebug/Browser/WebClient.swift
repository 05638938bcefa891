import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Sends one HTTP/1.1 request; sends the target exactly as it is given.
struct WebClient: Sendable {
    /// For https; without it only http is spoken.
    var trust: ServerTrust?

    /// A page of ours has 15 KB; a server under test may send more by mistake, not by the megabyte.
    private static let longestBody = 4 * 1024 * 1024
    private static let timeout = TimeAmount.seconds(10)

    func send(
        _ method: HTTPMethod,
        _ address: HTTPTarget,
        url: String,
        headers: [(String, String)],
        body: [UInt8]?
    ) async throws -> WebExchange {
        var head = HTTPRequestHead(version: .http1_1, method: method, uri: address.target)
        head.headers.add(name: "Host", value: "\(address.host):\(address.port)")
        head.headers.add(name: "Connection", value: "close")
        for (name, value) in headers { head.headers.add(name: name, value: value) }
        if let body { head.headers.add(name: "Content-Length", value: String(body.count)) }
        return try await Self.exchange(head, body, over: try await connect(address), url: url)
    }

    static func exchange(
        _ head: HTTPRequestHead,
        _ body: [UInt8]?,
        over channel: NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>,
        url: String
    ) async throws -> WebExchange {
        var request: [HTTPClientRequestPart] = [.head(head)]
        if let body { request.append(.body(.byteBuffer(ByteBuffer(bytes: body)))) }
        let parts = request + [.end(nil)]
        return try await channel.executeThenClose { inbound, outbound in
            // In one write: a quick server answers and closes once it has the body, and a write after that would fail.
            try await outbound.write(contentsOf: parts)
            return try await read(inbound, method: head.method.rawValue, url: url)
        }
    }

    private func connect(
        _ address: HTTPTarget
    ) async throws -> NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart> {
        let trust = trust
        guard address.scheme == "http" || trust != nil else {
            throw BrowserError("\(address.origin) speaks TLS, and nothing says whose certificates to trust")
        }
        do {
            return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(Self.timeout)
                .connect(host: address.host, port: address.port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        if address.scheme == "https", let trust {
                            let handler = try NIOSSLClientHandler(context: trust.context, serverHostname: address.name)
                            try channel.pipeline.syncOperations.addHandler(handler)
                        }
                        try channel.pipeline.syncOperations.addHTTPClientHandlers()
                        return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
                    }
                }
        } catch {
            throw BrowserError("nothing answers at \(address.origin): \(error)")
        }
    }

    private static func read(
        _ inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>,
        method: String,
        url: String
    ) async throws -> WebExchange {
        var status = 0
        var headers: [(name: String, value: String)] = []
        var body: [UInt8] = []
        for try await part in inbound {
            switch part {
            case .head(let head):
                status = Int(head.status.code)
                headers = head.headers.map { (name: $0.name.lowercased(), value: $0.value) }
            case .body(let buffer):
                body += buffer.readableBytesView
                guard body.count <= longestBody else {
                    throw BrowserError("\(url) sends more than \(longestBody) octets")
                }
            case .end:
                return WebExchange(method: method, url: url, status: status, headers: headers, body: body)
            }
        }
        throw BrowserError("\(url) closed the connection before its answer was whole")
    }
}
