import NIOCore
import SAML

/// Counts a connection while it is open, and closes at once one for which there is no room.
///
/// Closing is kinder to the others than not accepting: a full queue would keep everybody out until somebody leaves.
final class ConnectionGate: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny
    typealias InboundOut = NIOAny

    private let census: ConnectionCensus
    private let proxies: TrustedProxies
    private var group: AddressGroup?
    private var isInside = false

    init(_ census: ConnectionCensus, _ proxies: TrustedProxies) {
        self.census = census
        self.proxies = proxies
    }

    func channelActive(context: ChannelHandlerContext) {
        if let address = context.remoteAddress?.ipAddress.flatMap({ NetworkAddress($0) }), !proxies.trusts(address) {
            group = AddressGroup(address)
        }
        isInside = census.enter(group)
        guard isInside else {
            Telemetry.turnedAway("connections")
            return context.close(promise: nil)
        }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        if isInside { census.leave(group) }
        isInside = false
        context.fireChannelInactive()
    }
}

@available(*, unavailable)
extension ConnectionGate: Sendable {}
