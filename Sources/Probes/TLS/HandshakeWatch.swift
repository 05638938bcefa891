import NIOCore
import NIOSSL
import NIOTLS

/// Keeps a promise when the handshake of its channel is done, or fails it when the handshake fails.
final class HandshakeWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let promise: EventLoopPromise<Handshake>

    init(_ promise: EventLoopPromise<Handshake>) {
        self.promise = promise
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case TLSUserEvent.handshakeCompleted = event else { return context.fireUserInboundEventTriggered(event) }
        do {
            promise.succeed(Handshake(try context.pipeline.syncOperations.handler(type: NIOSSLClientHandler.self)))
        } catch {
            promise.fail(error)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        promise.fail(error)
    }

    func channelInactive(context: ChannelHandlerContext) {
        promise.fail(ProbeFault.broken)
    }
}
