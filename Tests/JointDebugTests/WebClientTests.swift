import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import JointDebug

@Suite("How the browser of the scenarios talks to servers")
struct WebClientTests {
    @Test("A server that answers and closes as soon as it has the body is heard")
    func quickServer() async throws {
        // Whether a second write would come too late is a matter of microseconds: one in some thousands did.
        for _ in 0..<5000 { try await exchangeWithQuickServer() }
    }

    private func exchangeWithQuickServer() async throws {
        let connection = NIOAsyncTestingChannel()
        try await connection.pipeline.addHandler(QuickServer()).get()
        try await connection.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).get()
        let channel = try await connection.testingEventLoop.executeInContext {
            try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                wrappingChannelSynchronously: connection
            )
        }
        let answer = try await WebClient.exchange(
            HTTPRequestHead(version: .http1_1, method: .POST, uri: "/"),
            Array("SAMLResponse=eA%3D%3D".utf8),
            over: channel,
            url: "http://127.0.0.1:1/"
        )
        #expect(answer.status == 200)
        #expect(answer.text == "ok")
    }
}

/// Has the whole request with its body, as `Content-Length` tells it, and does not wait for what NIO calls its end.
private final class QuickServer: ChannelDuplexHandler, Sendable {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart
    typealias OutboundIn = HTTPClientRequestPart

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        promise?.succeed()
        guard case .body = unwrapOutboundIn(data) else { return }
        context.fireChannelRead(wrapInboundOut(.head(HTTPResponseHead(version: .http1_1, status: .ok))))
        context.fireChannelRead(wrapInboundOut(.body(ByteBuffer(string: "ok"))))
        context.fireChannelRead(wrapInboundOut(.end(nil)))
        context.fireChannelReadComplete()
        context.close(promise: nil)
    }
}
