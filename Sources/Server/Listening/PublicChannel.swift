import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// A connection of the public listener: counted first, then TLS when there is a certificate, then HTTP.
struct PublicChannel: ServerChildChannel {
    private let http: HTTP1Channel
    private let census: ConnectionCensus
    private let proxies: TrustedProxies
    private let certificate: (@Sendable () -> ListenerCertificate?)

    init(
        _ responder: @escaping HTTPChannelHandler.Responder,
        _ census: ConnectionCensus,
        _ proxies: TrustedProxies,
        certificate: @escaping @Sendable () -> ListenerCertificate?
    ) {
        var configuration = HTTP1Channel.Configuration(
            additionalChannelHandlers: [RequestDeadline()],
            idleTimeout: .seconds(ListenerLimits.patience)
        )
        configuration.httpDecoder.maxHeaderListSize = ListenerLimits.headers
        configuration.httpDecoder.maxHeaderFieldSize = ListenerLimits.headers
        http = HTTP1Channel(responder: responder, configuration: configuration)
        self.census = census
        self.proxies = proxies
        self.certificate = certificate
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(ConnectionGate(census, proxies))
            // A certificate that was renewed serves the connections that come now.
            guard let certificate = certificate() else { return }
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: certificate.context))
        }.flatMap {
            http.setup(channel: channel, logger: logger)
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await http.handle(value: value, logger: logger)
    }
}
