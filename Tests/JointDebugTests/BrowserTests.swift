import JointDebug
import NIOCore
import NIOPosix
import SAML
import Testing

@Suite("What the browser of the scenarios does")
struct BrowserTests {
    @Test("A server that answers and closes as soon as it has the body is heard to the end")
    func quickServer() async throws {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(QuickServer()) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(server.localAddress?.port)
        for _ in 0..<300 {
            var browser = Browser(language: .en)
            let answer = try await browser.submit(
                [("SAMLResponse", "eA==")],
                to: "http://127.0.0.1:\(port)/",
                from: "http://127.0.0.1:1/"
            )
            #expect(answer.status == 200)
            #expect(answer.text == "ok")
        }
        try await server.close()
    }
}

private final class QuickServer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var received = ""

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += String(buffer: unwrapInboundIn(data))
        guard received.hasSuffix("\r\n\r\nSAMLResponse=eA%3D%3D") else { return }
        let answer = ByteBuffer(string: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
        context.writeAndFlush(NIOAny(answer), promise: nil)
        context.close(promise: nil)
    }
}
